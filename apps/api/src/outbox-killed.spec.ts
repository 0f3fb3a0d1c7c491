import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { eventually } from '@linkage/event-sourcing/testing';
import type { ImportProgress } from '@linkage/contracts';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { Browser } from './testing/browser';
import { ChildServer } from './testing/child-server';

const ROWS = 500;
/** Places of an import at the mail server. */
const IN_HANDS = 4;
const killAfter = [60, 200, 350];
const path = '/api/invitations/imports/01936000-0000-4000-8000-000000000077';
const emails = Array.from({ length: ROWS }, (_, row) => `creator${row}@example.com`);

interface Received {
  readonly to: string;
  readonly messageId: string;
  /** How often the server had been killed by then. */
  readonly life: number;
}

/**
 * A mail server that takes every mail, and gives no answer any more once it has taken so many: the server is killed
 * with these mails in its hands.
 */
class Receiver {
  readonly received: Received[] = [];
  life = 0;
  private readonly server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData: (stream, session, answer) =>
      void simpleParser(stream).then(({ messageId = '' }) => {
        const [to] = session.envelope.rcptTo;
        this.received.push({ to: to?.address ?? '', messageId, life: this.life });
        if (!this.isDeaf) answer();
      }, answer),
  });

  get isDeaf(): boolean {
    return this.received.length >= (killAfter[this.life] ?? Number.POSITIVE_INFINITY);
  }

  async start(): Promise<string> {
    this.server.on('error', () => undefined);
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

describe('mails of an import whose server is killed three times while they go out', () => {
  const mails = new Receiver();
  let server: ChildServer;
  let member: Browser;
  beforeAll(async () => {
    const quotas = 'workspace-hour=100000,workspace-day=100000,hour=100000';
    server = await ChildServer.start({
      env: { LINKAGE_SMTP_URL: await mails.start(), LINKAGE_MAIL_QUOTAS: quotas },
    });
    member = server.browser;
    const owner = { workspaceName: 'Bright Brands', name: 'Ana', email: 'ana@example.com' };
    await member.post('/api/registration', { ...owner, password: 'correct horse battery' });
  }, 120_000);
  afterAll(async () => {
    await server.remove();
    await mails.stop();
  });

  const progress = async (): Promise<ImportProgress> => (await member.get('/api/invitations/imports')).body.imports[0];
  const timesOf = (messageId: string): number => mails.received.filter((one) => one.messageId === messageId).length;

  it('are received once each, but for those in its hands at a kill, which come twice with the same id', async () => {
    const rows = emails.map((email, row) => ({ line: row + 2, name: `Creator ${row}`, email }));
    expect((await member.send('PUT', `${path}/parts/0`, { rows })).status).toBe(204);
    expect((await member.post(`${path}/start`, { fileName: 'all.csv', parts: 1 })).status).toBe(202);
    for (const kill of killAfter.keys()) {
      await eventually(() => expect(mails.isDeaf).toBe(true), 120_000);
      await server.end('SIGKILL');
      mails.life = kill + 1;
      await server.start();
    }
    await eventually(async () => expect((await progress()).states).toMatchObject({ sent: ROWS, sending: 0 }), 240_000);

    const idsOf = new Map(emails.map((email) => [email, new Set<string>()]));
    for (const { to, messageId } of mails.received) idsOf.get(to)?.add(messageId);
    expect([...idsOf.values()].filter(({ size }) => size !== 1)).toEqual([]);
    expect(new Set(mails.received.map(({ messageId }) => messageId)).size).toBe(ROWS);

    const twice = mails.received.filter(
      ({ messageId }, place) => mails.received.findIndex((one) => one.messageId === messageId) < place,
    );
    expect(twice.filter(({ messageId }) => timesOf(messageId) > 2)).toEqual([]);
    expect(twice.length).toBeLessThanOrEqual(IN_HANDS * killAfter.length);
    for (const { messageId, life } of twice)
      expect(mails.received.find((one) => one.messageId === messageId)?.life).toBeLessThan(life);
    expect(twice.filter(({ life }) => life === 0)).toEqual([]);
  }, 600_000);
});
