import { eventually } from '@linkage/event-sourcing/testing';
import { consentByHand } from '@linkage/platforms/testing';
import { Browser } from './browser';

export interface InvitedCreator {
  readonly email: string;
  readonly invitationId: string;
}

/** Invites a creator over HTTP. */
export async function inviteCreator(desk: Browser, email: string): Promise<InvitedCreator> {
  const { status, body, text } = await desk.post('/api/invitations', { name: email.split('@', 1)[0], email });
  if (status !== 201) throw new Error(`the invitation was answered with ${status}: ${text}`);
  return { email, invitationId: body.invitationId };
}

/** All mails to one address, as the mailbox page at `origin` shows them. */
export const mailsTo = async (
  email: string,
  origin: string,
): Promise<readonly { readonly links: readonly string[] }[]> =>
  (await new Browser(origin).get(`/mailbox/api/messages?to=${encodeURIComponent(email)}`)).body;

/** The creator's side: waits for the mail, follows its link, and goes through the platform's own pages. */
export async function connectCreator(
  { email }: InvitedCreator,
  origin: string,
  platform: string,
  person: string,
): Promise<void> {
  const mail = await eventually(async () => {
    const [newest] = await mailsTo(email, origin);
    if (!newest) throw new Error(`There is no mail to ${email}.`);
    return newest;
  });
  const link = mail.links.map((url) => /\/connect\/([^/?#]+)/.exec(url)?.[1]).find(Boolean);
  const phone = new Browser(origin);
  const started = await eventually(async () => {
    const { status, body, text } = await phone.post(`/api/microsite/${link}/connections/${platform}`);
    if (status >= 400) throw new Error(`${platform} was answered with ${status}: ${text}`);
    return body;
  });
  const query = await consentByHand(started.authorizeUrl, { person });
  await phone.get(`/api/oauth/${platform}/callback?${new URLSearchParams(query)}`);
  const attempt = `/api/microsite/${link}/attempts/${started.attemptId}`;
  const { choice } = (await phone.get(attempt)).body;
  if (choice) await phone.post(`${attempt}/choice`, { accounts: choice.accounts.map(({ id }: { id: string }) => id) });
  const outcome = await phone.get(attempt);
  if (outcome.body?.result !== 'succeeded') throw new Error(`${email} as ${person}: ${outcome.text}`);
}
