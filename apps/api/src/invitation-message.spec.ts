import { eventually } from '@linkage/event-sourcing/testing';
import { simpleParser } from 'mailparser';
import type { Browser } from './testing/browser';
import { mailsTo } from './testing/invited-creator';
import { serverUnderTest, type ServerUnderTest } from './testing/server-under-test';

const creator = { name: 'نورا “Noor” & <b>Co</b>', email: 'noor@alhadi.example' };
const message = {
  messageSubject: 'Frühling, {{name}}? – {{workspace}}',
  messageText: `Dear {{name}},\n\n${'A long line with ünïcödé = signs and 表情. '.repeat(20)}\n.\n- [One](https://nordlys.example/?a=1&b=2)\n- **Two**\n\n{{connectLink}}\n\nYours\n{{sender}}`,
};

describe('a message as a mail server receives it', () => {
  let linkage: ServerUnderTest;
  let member: Browser;
  let invitationId: string;
  beforeAll(async () => {
    linkage = await serverUnderTest({ mode: 'production' });
    member = await linkage.member('Ana');
    const mails = await eventually(async () => {
      const found = await mailsTo('ana@example.com', linkage.url);
      return found.length > 0 ? found : Promise.reject(new Error('no mail yet'));
    });
    const link = mails.flatMap((mail) => mail.links).find((one) => one.includes('/confirm-email#'));
    await linkage.browser().post('/api/email-confirmation', { link: link?.split('#')[1] });
    invitationId = (await member.post('/api/invitations', { ...creator, ...message })).body.invitationId;
  });
  afterAll(() => linkage.close());

  const received = (address: string) =>
    eventually(async () => {
      const [newest] = (await (await fetch(`${linkage.url}/mailbox/api/messages?to=${address}`)).json()) as {
        id: string;
      }[];
      if (newest === undefined) throw new Error('no mail yet');
      return simpleParser(Buffer.from(await (await fetch(`${linkage.url}/mailbox/${newest.id}/source`)).arrayBuffer()));
    });

  it('is its preview, to the byte (R36, R39)', async () => {
    const { body } = await member.post('/api/invitations/message-preview', { ...message, invitationId });
    const mail = await received(creator.email);
    expect(mail.html).toBe(body.html);
    expect(mail.text).toBe(body.text);
    expect(mail.subject).toBe(body.subject);
    expect(body.subject).toBe("Frühling, نورا Noor & <b>Co</b>? – Ana's brand");
    expect(mail.headerLines.filter(({ key }) => key === 'subject')).toHaveLength(1);
  });

  it('is answered to the member who invites, whose address is confirmed', async () => {
    expect((await received(creator.email)).replyTo?.value).toEqual([{ name: 'Ana', address: 'ana@example.com' }]);
    const { body } = await member.post('/api/invitations/message-preview', message);
    expect(body).toMatchObject({ replyTo: 'ana@example.com', from: "Ana's brand" });
  });

  it('comes to the member as a test', async () => {
    expect((await member.post('/api/invitations/message-test', { ...message, name: 'Kim' })).body).toEqual({
      sentTo: 'ana@example.com',
    });
    expect((await received('ana@example.com')).text).toContain('Dear Kim,');
  });

  it('is drawn in a document that allows styles and nothing else', async () => {
    const { status, headers, text } = await linkage.browser().get('/api/invitations/message-frame');
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toBe(
      "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    );
    expect(text).toContain('<body></body>');
  });
});
