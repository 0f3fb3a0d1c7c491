import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { InvitationListItem } from '@linkage/contracts';
import type { Browser } from './testing/browser';
import { ChildServer } from './testing/child-server';

const CLIENTS = 200;
/** The server is killed when so many commands have been answered; every client has one on its way then. */
const ANSWERED_BEFORE_DEATH = 60;

const emailOf = (index: number): string => `creator${index}@example.com`;

const wholeList = async (browser: Browser): Promise<InvitationListItem[]> => {
  const items: InvitationListItem[] = [];
  for (let cursor = ''; ;) {
    const { body } = await browser.get(`/api/invitations?limit=50&sort=name&direction=asc${cursor}`);
    items.push(...body.items);
    if (body.next === null) return items;
    cursor = `&cursor=${encodeURIComponent(body.next)}`;
  }
};

/** Asks again until every mail has been sent: until then facts are still being written. */
const settled = async (browser: Browser): Promise<InvitationListItem[]> => {
  for (;;) {
    const items = await wholeList(browser);
    if (items.every(({ delivery }) => delivery.state === 'sent')) return items;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

describe('a server that is killed during 200 concurrent commands', () => {
  let server: ChildServer;
  let member: Browser;
  beforeAll(async () => {
    server = await ChildServer.start();
    member = server.browser;
    await member.post('/api/registration', {
      workspaceName: 'Bright Brands',
      name: 'Ana',
      email: 'ana@example.com',
      password: 'correct horse battery',
    });
  }, 120_000);
  afterAll(() => server.remove());

  const answered = new Map<number, string>();
  /** How many commands were sent before the death. */
  let sent = 0;
  const invite = async (index: number): Promise<{ status: number; invitationId: string }> => {
    const { status, body } = await member.post(
      '/api/invitations',
      { name: `Creator ${index}`, email: emailOf(index) },
      { 'idempotency-key': `invite-${index}` },
    );
    return { status, invitationId: body.invitationId };
  };

  it('has every command that it answered after its restart, and none twice', async () => {
    let died: Promise<unknown> | undefined;
    const statuses = new Set<number>();
    const untilItDies = async (): Promise<never> => {
      for (;;) {
        const index = sent++;
        const { status, invitationId } = await invite(index);
        statuses.add(status);
        answered.set(index, invitationId);
        if (answered.size === ANSWERED_BEFORE_DEATH) died = server.end('SIGKILL');
      }
    };
    await Promise.allSettled(Array.from({ length: CLIENTS }, untilItDies));
    await died;
    expect([...statuses]).toEqual([201]);
    expect(answered.size).toBeGreaterThanOrEqual(ANSWERED_BEFORE_DEATH);
    expect(sent - answered.size).toBe(CLIENTS);

    await server.start();
    const items = await wholeList(member);
    const byEmail = new Map(items.map(({ email, invitationId }) => [email, invitationId]));
    expect(byEmail.size).toBe(items.length);
    for (const [index, invitationId] of answered)
      expect([index, byEmail.get(emailOf(index))]).toEqual([index, invitationId]);
  }, 120_000);

  it('takes the rest when it is asked again, and what it had done it does not do again', async () => {
    const known = new Map((await wholeList(member)).map(({ email, invitationId }) => [email, invitationId]));
    await Promise.all(
      Array.from({ length: sent }, async (_, index) => {
        const { status, invitationId } = await invite(index);
        expect([index, status]).toEqual([index, 201]);
        expect([index, invitationId]).toEqual([index, known.get(emailOf(index)) ?? invitationId]);
      }),
    );
    const items = await settled(member);
    expect(items.map(({ email }) => email).sort()).toEqual(
      Array.from({ length: sent }, (_, index) => emailOf(index)).sort(),
    );
    expect((await member.get('/api/invitations')).body.counts.all).toBe(sent);
  }, 120_000);

  it('shows what a full replay of its log shows', async () => {
    const before = await settled(member);
    const counts = (await member.get('/api/invitations')).body.counts;
    expect(await server.end('SIGTERM')).toBe(0);
    for (const file of readdirSync(server.directory))
      if (file.startsWith('documents.db')) rmSync(join(server.directory, file));
    await server.start();
    const after = await settled(member);
    expect(after).toEqual(before);
    expect((await member.get('/api/invitations')).body.counts).toEqual(counts);
  }, 120_000);
});
