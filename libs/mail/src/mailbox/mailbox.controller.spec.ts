import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { MAIL_SENDER, type Mail, type MailSender } from '../mail.port';
import { MailModule } from '../mail.module';
import type { MailboxMessage } from './mailbox.controller';
import { SmtpReceiver } from './smtp-receiver';

const link = 'http://localhost:3000/connect/abc.def?a=1&b=2';
const mail = (
  n: number,
  to = 'noa@example.com',
  html = `<p>Hi</p><a href="${link.replace('&', '&amp;')}">Connect</a><script>alert(1)</script>`,
): Mail => ({
  to: { name: 'Noa <b>Levi</b>', address: to },
  subject: `Mail ${n} <i>x</i>`,
  text: `Text ${n} ${link}`,
  html,
  messageId: `mail-${n}`,
});

describe('the mailbox page', () => {
  let directory: string;
  let app: NestFastifyApplication;
  const start = async (smtpUrl?: string): Promise<void> => {
    const module = await Test.createTestingModule({
      imports: [MailModule.forRoot({ from: 'Linkage <linkage@localhost>', directory, smtpUrl })],
    }).compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    await app.listen(0, '127.0.0.1');
  };
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'linkage-mail-'));
    await start();
  });
  afterEach(async () => {
    await app.close();
    rmSync(directory, { recursive: true });
  });
  const get = async (path: string) => {
    const answer = await fetch(new URL(path, await app.getUrl()));
    return { status: answer.status, header: (name: string) => answer.headers.get(name), body: await answer.text() };
  };
  const send = (sent: Mail) => app.get<MailSender>(MAIL_SENDER).send(sent);
  const messages = async (query = ''): Promise<MailboxMessage[]> =>
    JSON.parse((await get(`/mailbox/api/messages${query}`)).body);

  it('says so while there is no mail', async () => {
    const answer = await get('/mailbox');
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('No mail yet');
    expect(await messages()).toEqual([]);
  });

  it('shows a mail that was really sent, escaped, under a policy without inline script or style', async () => {
    expect(await send(mail(1))).toMatchObject({ accepted: true });
    await send(mail(2));
    const { body, header } = await get('/mailbox');
    expect(body.indexOf('Mail 2 &lt;i&gt;')).toBeLessThan(body.indexOf('Mail 1 &lt;i&gt;'));
    expect(body).toContain('Noa &lt;b&gt;Levi&lt;/b&gt;');
    expect(body).not.toMatch(/<b>Levi|<i>|style=|<style|<script>/);
    expect(header('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/);
    expect(header('content-security-policy')).not.toContain('unsafe');
  });

  it('shows the HTML in a sandbox, and the plain text and source as text', async () => {
    await send(mail(1));
    const [{ id } = { id: '' }] = await messages();
    expect((await get(`/mailbox/${id}`)).body).toContain(
      `<iframe src="/mailbox/${id}/html" title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox"`,
    );
    const framed = await get(`/mailbox/${id}/html`);
    expect(framed.header('content-security-policy')).toMatch(
      /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/,
    );
    expect(framed.body).toContain('<a target="_blank" rel="noopener noreferrer" href=');
    expect((await get(`/mailbox/${id}?view=text`)).body).toContain(
      'Text 1 http://localhost:3000/connect/abc.def?a&#x3D;1&amp;b&#x3D;2',
    );
    expect((await get(`/mailbox/${id}?view=source`)).body).toMatch(
      /<pre[^>]*>[^]*Message-ID: &lt;mail-1@localhost&gt;/,
    );
    const source = await get(`/mailbox/${id}/source`);
    expect(source.header('content-type')).toBe('text/plain; charset=utf-8');
    expect(source.body).toContain('Subject: Mail 1 <i>x</i>');
  });

  it('gives tests the mails of an address, with text, HTML and links', async () => {
    await send(mail(1));
    await send(mail(2, 'ida@example.com'));
    const [found, ...others] = await messages('?to=NOA@example.com');
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      to: 'noa@example.com',
      from: 'linkage@localhost',
      subject: 'Mail 1 <i>x</i>',
      text: expect.stringContaining('Text 1'),
      links: [link],
    });
    expect(Date.parse(found?.at ?? '')).not.toBeNaN();
    expect((await messages()).map(({ subject }) => subject[5])).toEqual(['2', '1']);
  });

  it('has pages', async () => {
    for (let n = 1; n <= 52; n++) await send(mail(n));
    const first = (await get('/mailbox')).body;
    expect(first.match(/<li>/g)).toHaveLength(50);
    expect(first).toContain('href="/mailbox?before=3"');
    expect((await get('/mailbox?before=3')).body.match(/<li>/g)).toHaveLength(2);
  });

  it.each(['/mailbox/99', '/mailbox/x', '/mailbox/-1/html', '/mailbox/1%27/source'])(
    'says that there is no mail at %s',
    async (url) => {
      const answer = await get(url);
      expect(answer.status).toBe(404);
      expect(answer.body).toContain('No such mail');
    },
  );

  it.each([
    ['style.css', 'text/css; charset=utf-8'],
    ['mailbox.js', 'text/javascript; charset=utf-8'],
  ])('serves its %s', async (file, type) => {
    const answer = await get(`/mailbox/${file}`);
    expect([answer.status, answer.header('content-type')]).toEqual([200, type]);
  });

  it('keeps the mails over a restart', async () => {
    await send(mail(1));
    await app.close();
    await start();
    expect(await messages()).toHaveLength(1);
    await send(mail(2));
    expect(await messages()).toHaveLength(2);
  });

  it('refuses a mail that is too large, for good', async () => {
    expect(await send(mail(1, 'noa@example.com', 'x'.repeat(11 * 1024 * 1024)))).toMatchObject({
      accepted: false,
      temporary: false,
    });
    expect(await messages()).toEqual([]);
  });

  it('survives a client that breaks off', async () => {
    const receiver = app.get(SmtpReceiver);
    const socket = connect(Number(new URL(receiver.url).port), '127.0.0.1');
    await new Promise((resolve) => socket.once('data', resolve));
    socket.write('EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\nSubject: half');
    await new Promise((resolve) => socket.once('data', resolve));
    socket.resetAndDestroy();
    expect(await send(mail(1))).toMatchObject({ accepted: true });
    expect(await messages()).toHaveLength(1);
  });

  it('is not there when a mail server is set', async () => {
    await app.close();
    await start('smtp://127.0.0.1:1');
    expect((await get('/mailbox')).status).toBe(404);
    expect(await send(mail(1))).toEqual({
      accepted: false,
      temporary: true,
      unreachable: true,
      reason: 'The mail server could not be reached.',
    });
  });
});
