import type { AttemptOutcome, ConnectionStarted } from '@linkage/contracts';
import { creators, type DemoCreator } from '../../../../tools/demo/creators.mjs';
import { HttpBrowser as Phone } from '../../../../tools/demo/http-browser.mjs';
import type { Browser } from './browser';
import type { ServerUnderTest } from './server-under-test';

/** The demo's creators, one after the other: invited by the member, connecting on the platforms' own pages. Gives each one's link. */
export async function fillDemoWorkspace(
  linkage: ServerUnderTest,
  desk: Browser,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string>();
  for (const creator of creators.filter(({ name }) => names.includes(name)))
    links.set(creator.name, await inviteAndConnect(linkage, desk, creator));
  if (links.size !== names.length) throw new Error('One of these creators is not in the demo.');
  return links;
}

const inviteAndConnect = async (
  { url }: ServerUnderTest,
  desk: Browser,
  { name, email, connects }: DemoCreator,
): Promise<string> => {
  const { invitationId, position } = (await desk.post('/api/invitations', { name, email })).body;
  const { body } = await desk.get(`/api/invitations/${invitationId}/link`, { 'X-Linkage-Position': position });
  const link = String(body.url).split('/connect/')[1] ?? '';
  const phone = new Phone(url);
  for (const { platform, as, decide = 'allow' } of connects) {
    const { attemptId, authorizeUrl } = (await (
      await phone.post(`/api/microsite/${link}/connections/${platform}`)
    ).json()) as ConnectionStarted;
    await phone.consent(authorizeUrl, as, decide);
    const attempt = `/api/microsite/${link}/attempts/${attemptId}`;
    const { choice } = (await (await phone.get(attempt)).json()) as AttemptOutcome;
    if (choice) await phone.post(`${attempt}/choice`, { accounts: choice.accounts.map(({ id }) => id) });
  }
  return link;
};
