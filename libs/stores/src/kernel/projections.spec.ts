import {
  type EventLog,
  LogUnavailable,
  type Position,
  projection,
  readAfter,
  type ReadModelChange,
  type ReadStore,
  ReadStoreUnavailable,
} from '@linkage/event-sourcing';
import {
  commitNext,
  closed,
  commented,
  eventually,
  InMemorySubjectKeys,
  madeUpFacts,
  opened,
  type TicketFact,
  ticketContext,
  ticketFacts,
  ticketList,
  type TicketRow,
} from '@linkage/event-sourcing/testing';
import { SqliteReadStore } from '../sqlite-documents/sqlite-read-store';
import { SqliteEventLog } from '../sqlite-log/sqlite-event-log';
import { temporaryFolder, testKernel, type TestKernel, type TestKernelParts } from '../testing';

describe('projections', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let keys: InMemorySubjectKeys;
  let kernel: TestKernel;
  const start = (parts: Partial<TestKernelParts> = {}, roles?: string[]): TestKernel => {
    kernel = testKernel(
      { facts: ticketFacts, projections: [ticketList], ...parts },
      { folder, keys, ...(roles && { roles }) },
    );
    return kernel;
  };
  const append = (id: string, facts: readonly TicketFact[], workspaceId = 'w1') =>
    kernel.log.append({ stream: `ticket-${id}`, facts, expected: 'any', context: ticketContext(workspaceId) });
  const statusOf = async (name: string) => (await kernel.operations.status()).find((status) => status.name === name);

  beforeEach(() => {
    folder = temporaryFolder();
    keys = new InMemorySubjectKeys();
  });
  afterEach(async () => {
    await kernel.close();
    folder.remove();
  });

  it('tell what changed, after it can be read', async () => {
    start();
    const changes: (ReadModelChange & { readable: Promise<unknown> })[] = [];
    kernel.consumers.changes.subscribe((change) =>
      changes.push({ ...change, readable: kernel.store.get(ticketList.collection, change.keys[0] ?? '') }),
    );
    const { position } = await append('1', [opened('1'), commented('1')]);
    await kernel.settled();
    expect(changes).toMatchObject([{ projection: 'ticket-list', workspaceId: 'w1', keys: ['1'], position }]);
    expect(await changes[0]?.readable).toMatchObject({ comments: 1 });
  });

  it('are written down by and by as having read on, although nothing matters to them', async () => {
    const openings = { ...ticketList, on: ['TicketOpened'] as const };
    start({ projections: [openings] });
    await append('1', [opened('1')]);
    await kernel.settled();
    const checkpoint = async (): Promise<number> => Number(await kernel.store.checkpoint(openings.collection));
    expect(await checkpoint()).toBe(1);
    for (let round = 0; round < 12; round += 1)
      await append(
        '1',
        Array.from({ length: 500 }, () => commented('1')),
      );
    await kernel.settled();
    expect(await checkpoint()).toBeGreaterThan(5_000);
  });

  it('show what was written although the log tells only of what matters to them', async () => {
    const log = SqliteEventLog.open(folder.file('facts.db'));
    const subscribe: EventLog['subscribe'] = (options, handler) =>
      log.subscribe(options, async (facts, position) => {
        if (facts.length > 0) await handler(facts, position);
      });
    const elsewhere = {
      ...ticketList,
      name: 'elsewhere',
      streams: ['elsewhere-'],
      collection: { ...ticketList.collection, name: 'elsewhere' },
    };
    kernel = testKernel(
      { facts: ticketFacts, projections: [ticketList, elsewhere] },
      { keys, log: Object.assign(Object.create(log) as EventLog, { subscribe }) },
    );
    const { position } = await append('1', [opened('1')]);
    expect(await kernel.readModels.reached(elsewhere, position)).toBe(true);
    expect(await kernel.readModels.reached(ticketList, position)).toBe(true);
    expect(await kernel.readModels.reached(elsewhere, '999' as Position, 100)).toBe(false);
  });

  it('wait for the wanted position, but not for ever', async () => {
    start();
    const { position } = await append('1', [opened('1')]);
    expect(await kernel.readModels.reached(ticketList, position)).toBe(true);
    expect(await kernel.readModels.reached(ticketList, '999' as Position, 1)).toBe(false);
    await kernel.consumers.stop();
    expect(await readAfter('1' as Position, () => kernel.readModels.count(ticketList, { workspaceId: 'w1' }))).toBe(1);
  });

  it('go on where they were, and read what happened meanwhile', async () => {
    start();
    await append('1', [opened('1'), commented('1')]);
    await kernel.settled();
    await kernel.close();
    start({ projections: [] });
    await append('1', [commented('1')]);
    await kernel.close();
    start();
    await kernel.settled();
    expect((await kernel.readModels.get(ticketList, '1'))?.comments).toBe(2);
  });

  it('that throw stop alone at the fact, keep what came before, and go on after a mended start', async () => {
    const broken: typeof ticketList = {
      ...ticketList,
      project: (row, fact, key) => {
        if (fact.type === 'TicketClosed') throw new Error('closing was forgotten');
        return ticketList.project(row, fact, key);
      },
    };
    const other = projection<{ n: number }, TicketFact>({
      name: 'how-many',
      version: 1,
      streams: ['ticket-'],
      on: ['TicketOpened'],
      fields: {},
      key: () => 'all',
      project: (row) => ({ n: (row?.n ?? 0) + 1 }),
    });
    start({ projections: [broken, other] });
    await append('1', [opened('1'), commented('1')]);
    const { position } = await append('1', [commented('1'), closed('1'), commented('1')]);
    await append('2', [opened('2')]);
    await eventually(async () => expect(await kernel.readModels.get(other, 'all')).toEqual({ n: 2 }));
    await eventually(async () =>
      expect(await statusOf('ticket-list')).toMatchObject({
        state: 'stopped',
        behind: true,
        lastError: { message: 'closing was forgotten', fact: { type: 'TicketClosed', stream: 'ticket-1' } },
      }),
    );
    expect(await kernel.readModels.get(broken, '1')).toMatchObject({ comments: 2, status: 'open' });
    expect(await kernel.readModels.reached(broken, position)).toBe(false);
    expect(await statusOf('how-many')).toMatchObject({ state: 'running', behind: false, lastError: null });
    await kernel.close();
    start({ projections: [ticketList, other] });
    await kernel.settled();
    expect(await kernel.readModels.get(ticketList, '1')).toMatchObject({ comments: 3, status: 'closed' });
    expect(await kernel.readModels.get(other, 'all')).toEqual({ n: 2 });
  });

  it('stop at a fact that no catalog knows, and name it', async () => {
    start();
    await append('1', [opened('1')]);
    await kernel.settled();
    const stranger = {
      id: 'stranger',
      type: 'TicketPainted',
      data: {},
      meta: { v: 1, at: '2026-01-15T09:00:00.000Z', ws: 'w1', actor: { kind: 'system', id: 'x' }, cor: 'c', cau: null },
    };
    await kernel.log.port.append('ticket-1', [stranger], 'any');
    await eventually(async () =>
      expect(await statusOf('ticket-list')).toMatchObject({
        state: 'stopped',
        lastError: { message: expect.stringContaining('TicketPainted'), fact: { id: 'stranger' } },
      }),
    );
  });

  it('wait for a store or a log that cannot serve, and lose nothing by it', async () => {
    let [brokenCommits, brokenReads] = [2, 1];
    const [log, store] = [
      SqliteEventLog.open(folder.file('facts.db')),
      SqliteReadStore.open(folder.file('documents.db')),
    ];
    const moody: Pick<ReadStore, 'commit'> & Pick<EventLog, 'subscribe'> = {
      commit: (batch) =>
        brokenCommits-- > 0 ? Promise.reject(new ReadStoreUnavailable('no room')) : store.commit(batch),
      subscribe: (options, handler) =>
        brokenReads-- > 0
          ? { done: Promise.reject(new LogUnavailable('no answer', true)), stop: async () => undefined }
          : log.subscribe(options, handler),
    };
    const troubles: string[] = [];
    kernel = testKernel(
      { facts: ticketFacts, projections: [ticketList] },
      {
        keys,
        log: Object.assign(Object.create(log) as EventLog, { subscribe: moody.subscribe }),
        store: Object.assign(Object.create(store) as ReadStore, { commit: moody.commit }),
        report: (name, { message }) => troubles.push(`${name}: ${message}`),
      },
    );
    await append('1', [opened('1'), commented('1')]);
    await kernel.settled();
    expect(await kernel.readModels.get(ticketList, '1')).toMatchObject({ comments: 1 });
    expect(troubles).toEqual(['ticket-list: no answer', 'ticket-list: no room', 'ticket-list: no room']);
    expect(await statusOf('ticket-list')).toMatchObject({
      state: 'running',
      behind: false,
      lastError: { message: 'no room', fact: null },
    });
  });

  it('are behind only when something waits for them, though a log that filters at its server does not tell how far it has looked', async () => {
    const log = SqliteEventLog.open(folder.file('facts.db'));
    const subscribe: EventLog['subscribe'] = (options, handler) =>
      log.subscribe(options, async (facts, position) => {
        if (facts.length > 0) await handler(facts, position);
      });
    kernel = testKernel(
      { facts: ticketFacts, projections: [ticketList] },
      { keys, folder, log: Object.assign(Object.create(log) as EventLog, { subscribe }) },
    );
    const { position } = await append('1', [opened('1')]);
    await kernel.settled();
    await kernel.log.port.append('parcel-1', madeUpFacts(3), 'no-stream');
    expect(await statusOf('ticket-list')).toMatchObject({ position, behind: false, lag: { amount: 0, unit: 'facts' } });
    await kernel.log.port.append('parcel-2', madeUpFacts(200), 'no-stream');
    expect(await statusOf('ticket-list')).toMatchObject({ behind: true, lag: { amount: 203, unit: 'facts' } });
    await kernel.consumers.stop();
    await append('1', [commented('1')]);
    expect(await statusOf('ticket-list')).toMatchObject({ behind: true, lag: { amount: 204, unit: 'facts' } });
  });

  it('of a new version are built beside, and serve when they have caught up', async () => {
    start();
    await append('1', [opened('1', 'Quiet')]);
    await kernel.settled();
    await kernel.close();
    let goOn: () => void = () => undefined;
    const loud = { ...ticketList, version: 2, collection: { ...ticketList.collection, version: 2 } };
    const project = (
      row: TicketRow | undefined,
      fact: Parameters<typeof ticketList.project>[1],
      key: string,
    ): TicketRow | undefined => {
      const made = ticketList.project(row, fact, key);
      return made && { ...made, title: made.title.toUpperCase() };
    };
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    keys.find = ((find) => async (subject: string) => {
      await held;
      return find.call(keys, subject);
    })(keys.find);
    start({ projections: [{ ...loud, project }] });
    expect(((await eventually(() => kernel.store.get(loud.collection, '1'))) as TicketRow).title).toBe('Quiet');
    goOn();
    await kernel.settled();
    await eventually(async () => expect((await kernel.readModels.get(loud, '1'))?.title).toBe('QUIET'));
  });

  it('are built again when the log is older than they are', async () => {
    start();
    await append('1', [opened('1')]);
    await kernel.settled();
    const ghost = {
      key: 'ghost',
      row: (await kernel.readModels.get(ticketList, '1')) as TicketRow,
      position: '99' as Position,
    };
    await commitNext(kernel.store, { collection: ticketList.collection, changes: [ghost], checkpoint: ghost.position });
    await kernel.close();
    start();
    await kernel.settled();
    expect(await statusOf('ticket-list')).toMatchObject({
      position: '1',
      lastError: { message: expect.stringContaining('ahead of the log') },
    });
    expect(await kernel.readModels.count(ticketList, { workspaceId: 'w1' })).toBe(1);
  });

  it('do not run in a process without that role, which still waits for the others', async () => {
    start({}, ['web']);
    const { position } = await append('1', [opened('1')]);
    await kernel.store.ensure(ticketList.collection);
    expect(await kernel.readModels.reached(ticketList, position, 1)).toBe(false);
    const waiting = kernel.readModels.reached(ticketList, position);
    await kernel.store.commit({ collection: ticketList.collection, changes: [], after: null, checkpoint: position });
    expect(await waiting).toBe(true);
  });

  it('cannot have the same name twice', () => {
    start();
    expect(() => kernel.consumers.add({ facts: ticketFacts, projections: [ticketList] })).toThrow(
      'two consumers called ticket-list',
    );
  });
});
