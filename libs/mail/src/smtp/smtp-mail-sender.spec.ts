import { simpleParser } from 'mailparser';
import type { Mail, MailOutcome } from '../mail.port';
import { SmtpMailSender } from './smtp-mail-sender';
import { rawServer, refuse, smtpServer, type FakeServer } from './testing/fake-server';

const mail: Mail = {
  to: { name: 'Noa Lévi', address: 'noa@example.com' },
  subject: 'Your figures',
  text: 'Hello Noa',
  html: '<p>Hello Noa</p>',
  messageId: 'invitation-1.mail-1',
};

describe('sending by SMTP', () => {
  let server: FakeServer | undefined;
  let sender: SmtpMailSender | undefined;
  afterEach(async () => {
    sender?.close();
    await server?.stop();
    server = sender = undefined;
  });

  const send = (to: FakeServer, changes: Partial<Mail> = {}, timeoutMs = 2_000): Promise<MailOutcome> => {
    server = to;
    sender = new SmtpMailSender({
      url: to.url,
      from: 'Linkage <linkage@brand.example>',
      timeoutMs,
      clock: { now: () => new Date('2026-11-23T12:00:00Z'), onMoved: () => () => undefined },
    });
    return sender.send({ ...mail, ...changes });
  };

  const received: { raw: string; to: string[]; from: string }[] = [];
  const accepting = () =>
    smtpServer({
      onData: async (stream, session, done) => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          raw: Buffer.concat(chunks).toString('utf8'),
          to: rcptTo.map(({ address }) => address),
          from: mailFrom ? mailFrom.address : '',
        });
        done();
      },
    });
  beforeEach(() => received.splice(0));

  it('sends both parts, with sender, reader, id and the time of the clock', async () => {
    expect(await send(await accepting())).toEqual({
      accepted: true,
      messageId: '<invitation-1.mail-1@brand.example>',
      words: 'OK: message queued',
    });
    const parsed = await simpleParser(received[0]?.raw ?? '');
    expect(received[0]).toMatchObject({ to: ['noa@example.com'], from: 'linkage@brand.example' });
    expect(parsed).toMatchObject({
      subject: 'Your figures',
      text: 'Hello Noa',
      html: '<p>Hello Noa</p>',
      messageId: '<invitation-1.mail-1@brand.example>',
      date: new Date('2026-11-23T12:00:00Z'),
    });
    expect([parsed.to].flat()[0]?.value).toEqual([{ name: 'Noa Lévi', address: 'noa@example.com' }]);
    expect(parsed.from?.value).toEqual([{ name: 'Linkage', address: 'linkage@brand.example' }]);
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('lets mail programs offer to stop such mails with one click (RFC 8058)', async () => {
    await send(await accepting(), { optOutUrl: 'https://linkage.example/no-more-mails/0abc' });
    expect(received[0]?.raw).toContain('List-Unsubscribe: <https://linkage.example/no-more-mails/0abc>\r\n');
    expect(received[0]?.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
  });

  it('shows the brand as the sender and answers to the person, with the address of the installation', async () => {
    await send(await accepting(), {
      fromName: 'Nordlys, Agency "N"',
      replyTo: { name: 'Ingrid', address: 'ingrid@nordlys.example' },
    });
    const parsed = await simpleParser(received[0]?.raw ?? '');
    expect(parsed.from?.value).toEqual([{ name: 'Nordlys, Agency "N" via Linkage', address: 'linkage@brand.example' }]);
    expect(parsed.replyTo?.value).toEqual([{ name: 'Ingrid', address: 'ingrid@nordlys.example' }]);
  });

  it('lets no line break in a name or subject start a header', async () => {
    await send(await accepting(), {
      subject: 'Hi\r\nBcc: spy@evil.example',
      to: { name: 'Noa\r\nX-Evil: yes', address: 'noa@example.com' },
      fromName: 'N\nX-Evil: yes',
    });
    const parsed = await simpleParser(received[0]?.raw ?? '');
    expect(received[0]?.to).toEqual(['noa@example.com']);
    expect([parsed.bcc, parsed.headers.get('x-evil')]).toEqual([undefined, undefined]);
  });

  it.each(['müller@example.com', 'noa@bücher.example', "o'neil+tag@example.com"])('reaches %s', async (address) => {
    expect(await send(await accepting(), { to: { name: 'Reader', address } })).toMatchObject({ accepted: true });
    expect(received[0]?.to).toEqual([address]);
  });

  it('sends many over the same few connections', async () => {
    let connections = 0;
    const counting = await smtpServer({
      onConnect: (_session, done) => {
        connections++;
        done();
      },
    });
    await send(counting);
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, n) => sender?.send({ ...mail, messageId: `m${n}` })),
    );
    expect(outcomes.every((outcome) => outcome?.accepted)).toBe(true);
    expect(connections).toBeLessThanOrEqual(10);
  });

  it.each([
    [450, '4.2.0 <noa@example.com> greylisted', true, 'The mail server asks to try again later (450 4.2.0).'],
    [452, '4.2.2 over quota', true, 'The mailbox is full at the moment (452 4.2.2).'],
    [551, '5.1.6 moved away', false, 'The receiving mail server does not know this address (551 5.1.6).'],
    [553, 'bad mailbox name', false, 'The receiving mail server does not accept this address (553).'],
    [451, '4.7.1 Greylisting in action', true, 'The mail server asks to try again later (451 4.7.1).'],
    [421, 'too busy', true, 'The mail server asks to try again later (421).'],
    [
      550,
      '5.1.1 <noa@example.com>: user unknown',
      false,
      'The receiving mail server does not know this address (550 5.1.1).',
    ],
    [550, 'no such user noa@example.com', false, 'The receiving mail server does not know this address (550).'],
    [552, '5.2.2 mailbox of noa@example.com is full', false, 'The mailbox is full (552 5.2.2).'],
    [
      554,
      '5.7.1 blocked, see https://spam.example/noa@example.com',
      false,
      'The mail server refused the mail by its policy (554 5.7.1).',
    ],
  ])('says what it means when the server refuses the reader with %i %s', async (code, text, temporary, reason) => {
    const outcome = await send(await smtpServer({ onRcptTo: (_address, _session, done) => done(refuse(code, text)) }));
    const [, enhanced, words] = /^([245]\.\d\.\d)? ?(.*)$/.exec(text) ?? [];
    expect(outcome).toEqual({
      accepted: false,
      temporary,
      reason,
      status: enhanced === undefined ? String(code) : `${code} ${enhanced}`,
      words: words?.replace(/<?noa@example.com>?/, '…').replace(/https:.*/, 'https://spam.example/…'),
    });
  });

  it.each([
    [451, true],
    [554, false],
  ])('says whether later can help when the mail itself is refused with %i', async (code, temporary) => {
    const refusing = await smtpServer({
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => done(refuse(code, 'no thanks, noa@example.com')));
      },
    });
    const outcome = await send(refusing);
    expect(outcome).toMatchObject({ accepted: false, temporary });
    expect(JSON.stringify(outcome)).not.toContain('@');
  });

  it("calls a refused log-in the installation's trouble, not the mail's", async () => {
    const refusing = await smtpServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(refuse(535, 'wrong password for noa@example.com')),
    });
    const outcome = await send({ ...refusing, url: refusing.url.replace('//', '//noa%40example.com:secret@') });
    expect(outcome).toEqual({
      accepted: false,
      temporary: true,
      unreachable: true,
      reason: "The mail server did not accept Linkage's user name and password (535). Check LINKAGE_SMTP_URL.",
    });
  });

  it.each<[string, () => Promise<FakeServer>, string]>([
    [
      'takes the connection and says nothing',
      () => rawServer(() => undefined),
      'The mail server did not answer in time.',
    ],
    ['hangs up', () => rawServer((socket) => socket.destroy()), 'The mail server ended the connection.'],
    [
      'hangs in the middle',
      () => rawServer((socket) => void socket.write('220 hello\r\n')),
      'The mail server did not answer in time.',
    ],
    [
      'speaks something else',
      () => rawServer((socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
      "The mail server's answer could not be understood.",
    ],
  ])('tries again later when the server %s', async (_, make, reason) => {
    expect(await send(await make(), {}, 150)).toEqual({ accepted: false, temporary: true, unreachable: true, reason });
  });

  it('tries again later when no server listens', async () => {
    const gone = await rawServer(() => undefined);
    await gone.stop();
    expect(await send({ url: gone.url, stop: async () => undefined })).toEqual({
      accepted: false,
      temporary: true,
      unreachable: true,
      reason: 'The mail server could not be reached.',
    });
  });

  it('works again when the server does', async () => {
    let busy = true;
    const flaky = await smtpServer({
      onMailFrom: (_address, _session, done) => done(busy ? refuse(421, 'busy') : null),
    });
    expect(await send(flaky)).toMatchObject({ accepted: false, temporary: true });
    busy = false;
    expect(await sender?.send(mail)).toMatchObject({ accepted: true });
  });

  it('wants a sender that is an address', () => {
    expect(() => new SmtpMailSender({ url: 'smtp://127.0.0.1:1', from: 'Linkage' })).toThrow(/LINKAGE_MAIL_FROM/);
  });
});
