import { type EventLog, pageOf, readAsOf, type ReadStore, ReadStoreUnavailable } from '@linkage/event-sourcing';
import {
  closed,
  commented,
  eventually,
  InMemorySubjectKeys,
  opened,
  TestClock,
  type TicketFact,
  ticketContext,
  ticketFacts,
  ticketList,
} from '@linkage/event-sourcing/testing';
import { SharedReadStore } from '../sqlite-documents/shared-read-store';
import { SqliteReadStore } from '../sqlite-documents/sqlite-read-store';
import { SqliteEventLog } from '../sqlite-log/sqlite-event-log';
import { temporaryFolder, testKernel, type TestKernel } from '../testing';

const INDEX = 'workspace-streams';
const start = '2026-01-15T09:00:00.000Z';

describe('looking back where the streams of a workspace are known', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let clock: TestClock;
  let log: SqliteEventLog;
  let keys: InMemorySubjectKeys;
  let running: TestKernel[];
  /** What was read since the last `asked = …`. */
  let asked: { streams: string[]; pages: number };

  const openLog = (file = 'facts.db'): EventLog => {
    log = SqliteEventLog.open(folder.file(file));
    return Object.assign(Object.create(log) as EventLog, {
      readAll: (options: Parameters<EventLog['readAll']>[0]) => {
        asked.pages += 1;
        return log.readAll(options);
      },
      readStream: (...args: Parameters<EventLog['readStream']>) => {
        asked.streams.push(args[0]);
        return log.readStream(...args);
      },
    });
  };
  const kernelOn = (of: EventLog, store: ReadStore, roles = ['projections']): TestKernel => {
    const kernel = testKernel(
      { facts: ticketFacts, projections: [ticketList] },
      { folder, clock, keys, log: of, store, roles, indexesStreams: true },
    );
    running.push(kernel);
    return kernel;
  };
  const append = (kernel: TestKernel, id: string, facts: readonly TicketFact[], workspaceId: string) =>
    kernel.log.append({ stream: `ticket-${id}`, facts, expected: 'any', context: ticketContext(workspaceId) });
  /** Five workspaces with a ticket each, of three facts; one minute from fact to fact. */
  const fiveTickets = async (kernel: TestKernel): Promise<void> => {
    for (const make of [opened, commented, closed]) {
      for (const workspaceId of ['w1', 'w2', 'w3', 'w4', 'w5'])
        await append(kernel, `of-${workspaceId}`, [make(`of-${workspaceId}`)], workspaceId);
      clock.advance(60_000);
    }
  };
  /** Counts the workspace's tickets two and a half minutes after the start, and says what was read for it. */
  let looks = 0;
  const look = async (
    kernel: TestKernel,
    workspaceId = 'w1',
  ): Promise<{ tickets: number; streams: string[]; pages: number }> => {
    asked = { streams: [], pages: 0 };
    looks += 1;
    const moment = new Date(new Date(start).getTime() + 150_000 + looks);
    const tickets = await readAsOf({ workspaceId, moment }, () => kernel.readModels.count(ticketList, { workspaceId }));
    return { tickets, ...asked };
  };
  const isFolded = (kernel: TestKernel) =>
    eventually(async () => {
      const status = (await kernel.operations.status()).find(({ name }) => name === INDEX);
      if (status?.state !== 'running' || status.behind) throw new Error(`${INDEX} is ${status?.state}.`);
    });

  beforeEach(() => {
    [folder, clock, keys, running, asked] = [
      temporaryFolder(),
      new TestClock(start),
      new InMemorySubjectKeys(),
      [],
      { streams: [], pages: 0 },
    ];
  });
  afterEach(async () => {
    for (const kernel of running) await kernel.close();
    folder.remove();
  });

  it('reads the streams of the workspace only, and of the rest nothing', async () => {
    const kernel = kernelOn(openLog(), SqliteReadStore.open(folder.file('documents.db')));
    await fiveTickets(kernel);
    await isFolded(kernel);
    await kernel.consumers.stop();
    expect(await look(kernel)).toEqual({ tickets: 1, streams: ['ticket-of-w1'], pages: 0 });
    expect(await look(kernel, 'unknown')).toEqual({ tickets: 0, streams: [], pages: 0 });
  });

  it('finds what happened behind the known streams: in them, and in new ones', async () => {
    const store = SqliteReadStore.open(folder.file('documents.db'));
    const kernel = kernelOn(openLog(), store);
    await fiveTickets(kernel);
    await isFolded(kernel);
    await kernel.consumers.stop();
    clock.set(start);
    await append(kernel, 'late', [opened('late')], 'w1');
    await append(kernel, 'of-w1', [commented('of-w1'), commented('of-w1')], 'w1');
    expect(await look(kernel)).toMatchObject({ tickets: 2, streams: ['ticket-of-w1'] });
    const row = await readAsOf({ workspaceId: 'w1', moment: new Date(start) }, () =>
      kernel.readModels.get(ticketList, 'of-w1'),
    );
    expect(row).toMatchObject({ comments: 2, status: 'open' });
  });

  it('writes a row for a new stream, and nothing for another fact in it', async () => {
    const store = SqliteReadStore.open(folder.file('documents.db'));
    const commits: number[] = [];
    const commit = store.commit.bind(store);
    store.commit = (batch) => {
      if (batch.collection.name === INDEX) commits.push(batch.changes.length);
      return commit(batch);
    };
    const kernel = kernelOn(openLog(), store);
    await fiveTickets(kernel);
    await kernel.settled();
    expect(commits.reduce((sum, changes) => sum + changes, 0)).toBe(5);
    expect(commits.length).toBeLessThanOrEqual(5);
    expect(await pageOf(store, ticketList.collection, { where: {}, sort: [], limit: 10 })).toMatchObject({
      rows: [{}, {}, {}, {}, {}],
    });
    expect(await store.getMany({ name: INDEX, version: 1, fields: {} }, ['ticket-of-w2'])).toEqual(
      new Map([['ticket-of-w2', { workspaceId: 'w2', stream: 'ticket-of-w2' }]]),
    );
  });

  it('goes through the whole log where the streams are not known, or not yet', async () => {
    const kernel = kernelOn(openLog(), SqliteReadStore.open(folder.file('documents.db')), ['web']);
    await fiveTickets(kernel);
    expect(await look(kernel)).toEqual({ tickets: 1, streams: [], pages: 1 });
    await kernel.store.ensure({
      name: INDEX,
      version: 1,
      fields: { workspaceId: 'text', stream: 'text' },
      indexes: [['workspaceId', 'stream']],
    });
    expect(await look(kernel)).toEqual({ tickets: 1, streams: [], pages: 1 });
  });

  it('goes through the whole log where the streams are known in another way, and is not held up by a read store that is away', async () => {
    const store = SqliteReadStore.open(folder.file('documents.db'));
    const kernel = kernelOn(openLog(), store);
    await fiveTickets(kernel);
    await isFolded(kernel);
    const collections = store.collections.bind(store);
    store.collections = async () => (await collections()).map((shape) => ({ ...shape, version: 2 }));
    expect(await look(kernel)).toEqual({ tickets: 1, streams: [], pages: 1 });
    store.collections = () => Promise.reject(new ReadStoreUnavailable('The disk is full.'));
    expect(await look(kernel)).toEqual({ tickets: 1, streams: [], pages: 1 });
  });

  it('goes through the whole log where the workspace has most of it', async () => {
    const kernel = kernelOn(openLog(), SqliteReadStore.open(folder.file('documents.db')));
    await fiveTickets(kernel);
    for (const id of ['a', 'b', 'c']) await append(kernel, id, [opened(id)], 'w1');
    await isFolded(kernel);
    expect(await look(kernel)).toMatchObject({ streams: [], pages: 1 });
    expect(await look(kernel, 'w2')).toMatchObject({ tickets: 1, streams: ['ticket-of-w2'] });
  });

  it('does not trust streams that are known of a longer log, which an older one has replaced', async () => {
    const store = SqliteReadStore.open(folder.file('documents.db'));
    const kernel = kernelOn(openLog(), store);
    await fiveTickets(kernel);
    await isFolded(kernel);
    await kernel.stop();
    const restored = kernelOn(openLog('restored.db'), store, ['web']);
    clock.set(start);
    await append(restored, 'other', [opened('other')], 'w1');
    expect(await look(restored)).toEqual({ tickets: 1, streams: [], pages: 1 });
  });

  it('does not trust streams that are forgotten while they are asked for', async () => {
    const store = SqliteReadStore.open(folder.file('documents.db'));
    const kernel = kernelOn(openLog(), store);
    await fiveTickets(kernel);
    await isFolded(kernel);
    await kernel.consumers.stop();
    const checkpoint = store.checkpoint.bind(store);
    store.checkpoint = async (collection, of) => {
      const found = await checkpoint(collection, of);
      store.checkpoint = checkpoint;
      await store.clear(collection);
      return found;
    };
    expect(await look(kernel)).toEqual({ tickets: 1, streams: [], pages: 1 });
  });

  it('knows the streams in a process that does not fold', async () => {
    const of = openLog();
    const folding = kernelOn(of, SharedReadStore.open(folder.file('documents.db'), { writes: true }));
    await fiveTickets(folding);
    await isFolded(folding);
    const web = kernelOn(of, SharedReadStore.open(folder.file('documents.db'), { writes: false }), ['web']);
    expect(await look(web)).toMatchObject({ tickets: 1, streams: ['ticket-of-w1'] });
    const told: string[] = [];
    web.consumers.changes.subscribe(
      ({ projection, keys: changed }) => void (projection === INDEX && told.push(...changed)),
    );
    await append(web, 'new', [opened('new'), commented('new')], 'w2');
    await append(web, 'of-w1', [commented('of-w1')], 'w1');
    await append(web, 'newer', [opened('newer')], 'w2');
    await eventually(() => expect(told).toEqual(['ticket-new', 'ticket-newer']));
  });

  it('knows the streams again after they were built anew', async () => {
    const kernel = kernelOn(openLog(), SqliteReadStore.open(folder.file('documents.db')));
    await fiveTickets(kernel);
    await isFolded(kernel);
    kernel.operations.rebuild(INDEX);
    await eventually(async () =>
      expect((await kernel.operations.status()).find(({ name }) => name === INDEX)?.build?.state).toBe('done'),
    );
    expect(await look(kernel)).toMatchObject({ tickets: 1, streams: ['ticket-of-w1'] });
  });
});
