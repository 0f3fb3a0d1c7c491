import type { AttemptOutcome } from '@linkage/contracts';
import { creators, type DemoCreator } from '../../../../tools/demo/creators.mjs';
import { HttpBrowser as Phone } from '../../../../tools/demo/http-browser.mjs';
import { answerOf, type Desk } from './answers';

export const demoCreators: readonly DemoCreator[] = creators;

/** The creator is invited by the member, opens the link and connects on the platforms' own pages. Gives the link. */
export const inviteAndConnect = async (
  origin: string,
  desk: Desk,
  { name, email, connects }: DemoCreator,
): Promise<string> => {
  const invited = await desk.post('/api/invitations', { name, email });
  const path = `/api/invitations/${String(invited['invitationId'])}/link`;
  const { url } = (await desk.get(path, String(invited['position']))) as { url: string };
  const link = url.split('/connect/')[1] ?? '';
  const phone = new Phone(origin);
  for (const { platform, as, decide = 'allow' } of connects) {
    const started = await answerOf(await phone.post(`/api/microsite/${link}/connections/${platform}`));
    await phone.consent(String(started['authorizeUrl']), as, decide);
    const attempt = `/api/microsite/${link}/attempts/${String(started['attemptId'])}`;
    const { choice } = (await answerOf(await phone.get(attempt))) as unknown as AttemptOutcome;
    if (choice) await phone.post(`${attempt}/choice`, { accounts: choice.accounts.map(({ id }) => id) });
  }
  return link;
};
