import { lostInstagram } from '../invitation/invitation.fixtures';
import { mailedNames } from '../message-template/mailed-names';
import { reconnectEmail } from './reconnect-email.service';

const optOutUrl = 'http://localhost:3000/no-more-mails/0abc';
const link = 'http://localhost:3000/connect/AZNgAAAAcACAAAAAAAAAAQ.4fK2xJm0q8VbT1sL9dWc7uRyE3hZnPa5';
const names = mailedNames({ name: 'Amélie', brandName: 'Nordlys Agency', invitedBy: 'Ingrid Solheim' });
const instagram = { ...lostInstagram, username: 'atelier.amelie' };
const youtube = {
  ...instagram,
  accountId: 'a2',
  platform: 'youtube',
  username: '@amelie',
  cause: 'no-longer-valid',
} as const;

describe('the mail that asks to reconnect', () => {
  it('says which account stopped and why, and leads to the microsite', () => {
    const { subject, html } = reconnectEmail({ names, accounts: [instagram], link, optOutUrl });
    expect(subject).toBe('Your Instagram @atelier.amelie has stopped: the password was changed');
    expect(html).toContain('Hi Amélie,');
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([link, link, optOutUrl]);
    expect(html).toMatch(new RegExp(`<a href="${link}"[^>]*>Reconnect Instagram</a>`));
    expect(html).not.toContain('Connect Your Accounts');
  });

  it('says the same in plain text', () => {
    expect(reconnectEmail({ names, accounts: [instagram], link, optOutUrl }).text).toBe(`Hi Amélie,

Your Instagram @atelier.amelie has stopped.

Nordlys Agency gets no new figures from @atelier.amelie on Instagram any more. Reconnecting takes half a minute on a phone; your earlier figures are kept.

Reconnect Instagram:
${link}

Instagram: @atelier.amelie: the password was changed.
We never: post, message, follow or change anything.

Many thanks
Ingrid Solheim

--
You get this because you connected @atelier.amelie on Instagram for Nordlys Agency. Prefer not to share figures any more? Open the same page and press Disconnect.

No more e-mails from Nordlys Agency: ${optOutUrl}
`);
  });

  it('names each of several accounts with its own reason', () => {
    const { subject, text, html } = reconnectEmail({ names, accounts: [instagram, youtube], link, optOutUrl });
    expect(subject).toBe('2 of your accounts have stopped');
    expect(text).toContain('Instagram: @atelier.amelie: the password was changed.');
    expect(text).toContain('YouTube: @amelie: YouTube no longer accepts the permission.');
    expect(html).toContain('Reconnect Your Accounts');
  });

  it('shows markup in a name as text', () => {
    expect(
      reconnectEmail({ names, accounts: [{ ...instagram, username: '<img src=x>' }], link, optOutUrl }).html,
    ).not.toContain('<img');
  });
});
