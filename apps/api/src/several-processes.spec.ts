import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventLog, StoredFact } from '@linkage/event-sourcing';
import { eventually } from '@linkage/event-sourcing/testing';
import type { EventStoreDbProcess } from '@linkage/stores/testing';
import { Browser } from './testing/browser';
import { ChildSandbox } from './testing/child-sandbox';
import { ChildServer } from './testing/child-server';
import { connectCreator, inviteCreator, mailsTo, type InvitedCreator } from './testing/invited-creator';
import { Line } from './testing/line';

const instagram = [
  'atelier.amelie', 'kwameshoots', 'darya.pechet', 'noor.alhadi', 'tanaka.no.niwa', 'pixel.moth', 'sana.moves', 'tiny.tinsmith', 'empty.shelf', 'lena.setsout',
  'el.faro.radio', 'niamh_and_co', 'aikomori', 'hannahschroeder',
];
const youtube = ['kwamecuts', 'studioalqamar', 'sorairofilms', 'luciaferngarden', 'shortcutsonly', 'glitterfrog'];
const people = [...instagram.map((id) => ['instagram', id] as const), ...youtube.map((id) => ['youtube', id] as const)];

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** So many refreshes one process has in hand at a time. */
const AT_ONCE = 4;
/** A busy machine makes everything slow; nothing here measures speed. */
const PATIENCE_MS = 300_000;

/** Needs a way to start a server: LINKAGE_EVENTSTORE_COMMAND (`npm run test:eventstoredb`). */
(process.env['LINKAGE_EVENTSTORE_COMMAND'] ? describe : describe.skip)('two web,projections and two reactors,ingestion processes on one data folder', () => {
  let store: EventStoreDbProcess;
  let log: EventLog;
  let sandbox: ChildSandbox;
  let directory: string;
  let webs: ChildServer[];
  let workers: ChildServer[];
  let desks: Browser[];
  const creators: InvitedCreator[] = [];
  const lines: Line[] = [];

  beforeAll(async () => {
    const [{ openEventStoreDb }, testing] = await Promise.all([import('@linkage/stores'), import('@linkage/stores/testing')]);
    store = await testing.EventStoreDbProcess.prepare();
    await store.start();
    log = await openEventStoreDb(store.url);
    sandbox = await ChildSandbox.start();
    directory = await mkdtemp(join(tmpdir(), 'linkage-several-'));
    const start = (roles: string) => ChildServer.start({
      directory, env: { LINKAGE_ROLES: roles, LINKAGE_EVENTSTORE_URL: store.url, LINKAGE_SANDBOX_URL: sandbox.url },
    });
    webs = await Promise.all([start('web,projections'), start('web,projections')]);
    workers = await Promise.all([start('reactors,ingestion'), start('reactors,ingestion')]);
    const [first, second] = webs.map(({ browser }) => browser) as [Browser, Browser];
    await first.post('/api/registration', { workspaceName: 'Bright Brands', name: 'Ana', email: 'ana@example.com', password: 'correct horse battery' });
    for (const [name, value] of first.cookies) second.cookies.set(name, value);
    desks = [first, second];
    for (const desk of desks) lines.push(await Line.open(desk));
  }, PATIENCE_MS);
  afterAll(async () => {
    for (const line of lines) line.close();
    await Promise.all([...webs, ...workers].map((server) => server.end('SIGKILL')));
    await sandbox.end();
    await log.close();
    await store.remove();
    await rm(directory, { recursive: true, force: true });
  }, PATIENCE_MS);

  const factsOf = async (prefix: string): Promise<readonly StoredFact[]> => {
    const facts: StoredFact[] = [];
    for (let page = await log.readAll({ limit: 1_000, prefixes: [prefix] }); ; page = await log.readAll({ limit: 1_000, prefixes: [prefix], after: page.next })) {
      facts.push(...page.facts);
      if (page.end) return facts;
    }
  };
  const countByStream = async (prefix: string, type: string): Promise<ReadonlyMap<string, number>> => {
    const counts = new Map<string, number>();
    for (const fact of await factsOf(prefix)) counts.set(fact.stream, (counts.get(fact.stream) ?? 0) + (fact.type === type ? 1 : 0));
    return counts;
  };
  const listOf = async (desk: Browser, list: string) => (await desk.get(`/api/${list}?limit=100`)).body;
  const eachCompleted = (times: number): Promise<unknown> => eventually(async () => {
    expect([...(await countByStream('refresh-', 'RefreshCompleted')).values()]).toEqual(people.map(() => times));
  }, PATIENCE_MS);
  /** What a browser has heard of, by ids. */
  const toldBy = (line: Line): ReadonlySet<string> => new Set(line.all.flatMap(({ data }) => data?.ids ?? []));

  it('take each invitation and each mail once, although a reactors process is killed', async () => {
    for (const index of people.keys()) {
      if (index === 10) await workers[0]?.end('SIGKILL');
      creators.push(await inviteCreator(desks[index % 2] as Browser, `creator${index}@example.com`));
    }
    await workers[0]?.start();
    await eventually(async () => {
      expect([...(await countByStream('invitation-', 'InvitationEmailed')).values()]).toEqual(people.map(() => 1));
    }, PATIENCE_MS);
    for (const { email } of creators) expect(await mailsTo(email, webs[1]?.url ?? '')).toHaveLength(1);
    for (const line of lines) {
      await eventually(() => expect([...creators].filter(({ invitationId }) => !toldBy(line).has(invitationId))).toEqual([]), PATIENCE_MS);
    }
  }, 2 * PATIENCE_MS);

  it('show to the one process what was written through the other', async () => {
    const { body } = await (desks[0] as Browser).post('/api/invitations', { name: 'Last One', email: 'last@example.com' });
    const there = await (desks[1] as Browser).get('/api/invitations?search=last', { 'X-Linkage-Position': body.position });
    expect(there.body.items).toMatchObject([{ invitationId: body.invitationId }]);
  });

  it('refresh each account once when it is connected', async () => {
    await Promise.all(people.map(([platform, person], index) => connectCreator(creators[index] as InvitedCreator, webs[index % 2]?.url ?? '', platform, person)));
    await eachCompleted(1);
    expect([...(await countByStream('refresh-', 'RefreshStarted')).values()]).toEqual(people.map(() => 1));
  }, 2 * PATIENCE_MS);

  it('refresh each once more a day later, although a process of each kind is killed in the middle', async () => {
    await sandbox.advance(DAY_MS);
    await eventually(async () => {
      const started = [...(await countByStream('refresh-', 'RefreshStarted')).values()].filter((count) => count > 1);
      expect(started.length).toBeGreaterThan(4);
    }, PATIENCE_MS);
    await Promise.all([webs[0]?.end('SIGKILL'), workers[0]?.end('SIGKILL')]);
    const [lost, kept] = lines as [Line, Line];
    lines[0] = await Line.open(desks[1] as Browser, lost.lastId);

    // What the killed process was at counts as dead after a quarter of an hour; so would what the other one is at, were the clock moved before it is done.
    await eventually(async () => {
      const completed = [...(await countByStream('refresh-', 'RefreshCompleted')).values()];
      expect(completed.filter((count) => count < 2).length).toBeLessThanOrEqual(AT_ONCE);
    }, PATIENCE_MS);
    await sandbox.advance(16 * MINUTE_MS);
    await eachCompleted(2);
    const started = [...(await countByStream('refresh-', 'RefreshStarted')).values()];
    expect(started.filter((count) => count === 3).length).toBeLessThanOrEqual(AT_ONCE);
    expect(started.every((count) => count === 2 || count === 3)).toBe(true);

    const accounts = (await listOf(desks[1] as Browser, 'accounts')).items as { accountId: string }[];
    for (const line of [lines[0] as Line, kept]) {
      await eventually(() => expect(accounts.filter(({ accountId }) => !toldBy(line).has(accountId))).toEqual([]), PATIENCE_MS);
      expect(line.all.some(({ event }) => event === 'reset')).toBe(false);
    }
  }, 3 * PATIENCE_MS);

  it('show the same lists, in every process', async () => {
    await Promise.all([webs[0]?.start(), workers[0]?.start()]);
    for (const list of ['invitations', 'accounts', 'attempts']) {
      await eventually(async () => expect(await listOf(desks[0] as Browser, list)).toEqual(await listOf(desks[1] as Browser, list)));
    }
    expect((await listOf(desks[0] as Browser, 'accounts')).items).toHaveLength(people.length);
  }, PATIENCE_MS);

  it('end gracefully, all of them', async () => {
    expect(await Promise.all([...webs, ...workers].map((server) => server.end('SIGTERM')))).toEqual([0, 0, 0, 0]);
  }, PATIENCE_MS);
});
