import { eventually } from '@linkage/event-sourcing/testing';
import type { ImportProgress, InvitationListItem } from '@linkage/contracts';
import type { Browser } from './testing/browser';
import { ChildServer } from './testing/child-server';

const ROWS = 10_000;
const IN_PART = 1_000;
const PARTS = ROWS / IN_PART;
const path = '/api/invitations/imports/01936000-0000-4000-8000-000000000042';

const emailOf = (index: number): string => `creator${index}@example.com`;
const part = (number: number) => ({
  rows: Array.from({ length: IN_PART }, (_, index) => {
    const row = number * IN_PART + index;
    return { line: row + 2, name: `Creator ${row}`, email: emailOf(row) };
  }),
});

const wholeList = async (browser: Browser): Promise<InvitationListItem[]> => {
  const items: InvitationListItem[] = [];
  for (let cursor = ''; ;) {
    const { body } = await browser.get(`/api/invitations?limit=200&sort=invitedAt${cursor}`);
    items.push(...body.items);
    if (body.next === null) return items;
    cursor = `&cursor=${encodeURIComponent(body.next)}`;
  }
};

describe('an import of 10,000 rows whose server is killed three times on its way', () => {
  let server: ChildServer;
  let member: Browser;
  beforeAll(async () => {
    server = await ChildServer.start();
    member = server.browser;
    const owner = { workspaceName: 'Bright Brands', name: 'Ana', email: 'ana@example.com' };
    await member.post('/api/registration', { ...owner, password: 'correct horse battery' });
  }, 120_000);
  afterAll(() => server.remove());

  const issued = async (): Promise<number> => (await member.get('/api/invitations?limit=1')).body.counts.all;
  const progress = async (): Promise<ImportProgress> => (await member.get('/api/invitations/imports')).body.imports[0];
  const killWhen = async (isTime: () => Promise<boolean>): Promise<void> => {
    await eventually(async () => expect(await isTime()).toBe(true), 120_000);
    await server.end('SIGKILL');
    await server.start();
  };

  it('loses no row and doubles none', async () => {
    for (let number = 0; number < PARTS; number += 1) {
      if (number === PARTS / 2) {
        const sent = member.send('PUT', `${path}/parts/${number}`, part(number)).catch(() => undefined);
        await server.end('SIGKILL');
        await sent;
        await server.start();
      }
      expect((await member.send('PUT', `${path}/parts/${number}`, part(number))).status).toBe(204);
    }
    const started = await member.post(`${path}/start`, { fileName: 'all.csv', parts: PARTS });
    expect(started).toMatchObject({ status: 202, body: { rows: ROWS, skipped: 0 } });
    await killWhen(async () => (await issued()) > 500);
    await killWhen(async () => (await issued()) > 4_000);
    await eventually(async () => expect(await progress()).toMatchObject({ finishedAt: expect.any(String) }), 240_000);
    expect(await progress()).toMatchObject({ rows: ROWS, already: 0 });
    const items = await wholeList(member);
    expect(items).toHaveLength(ROWS);
    expect(new Set(items.map(({ email }) => email)).size).toBe(ROWS);
    expect((await member.post(`${path}/start`, { fileName: 'all.csv', parts: PARTS })).body).toMatchObject({
      rows: ROWS,
    });
  }, 600_000);

  it('mails each creator once', async () => {
    await eventually(async () => expect((await progress()).states).toMatchObject({ sent: ROWS }), 600_000);
    for (const item of await wholeList(member)) expect([item.email, item.delivery.count]).toEqual([item.email, 1]);
  }, 900_000);
});
