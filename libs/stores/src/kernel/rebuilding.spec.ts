import { readdirSync } from 'node:fs';
import {
  type EventLog,
  type FactToStore,
  type Position,
  type Reactor,
  type ReadStore,
  ReadStoreUnavailable,
  type ShadowBuilds,
  ThreadBuilder,
} from '@linkage/event-sourcing';
import {
  commitNext,
  closed,
  commented,
  eventually,
  opened,
  type TicketFact,
  ticketContext,
  ticketFacts,
  ticketList,
} from '@linkage/event-sourcing/testing';
import { allRows } from '../crash/all-rows';
import { SteadyKeys } from '../crash/steady-keys';
import { SqliteReadStore } from '../sqlite-documents/sqlite-read-store';
import { SqliteEventLog } from '../sqlite-log/sqlite-event-log';
import { temporaryFolder, testKernel, type TestKernel, type TestKernelOptions, type TestKernelParts } from '../testing';
import { type Apart, runApart } from '../testing/run-apart';

const MANY = 6_000;

describe('rebuilding', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let kernel: TestKernel;
  let thread: Apart;
  beforeAll(() => {
    thread = runApart('libs/stores/src/crash/ticket-builder-thread.ts');
  });
  afterAll(() => thread.remove());
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(async () => {
    await kernel.close();
    folder.remove();
  });

  const start = (options: Omit<TestKernelOptions, 'keys'> = {}, parts: Partial<TestKernelParts> = {}): TestKernel => {
    kernel = testKernel(
      { facts: ticketFacts, projections: [ticketList], ...parts },
      { folder, keys: new SteadyKeys(), ...options },
    );
    return kernel;
  };
  const inThread = (more: object = {}): ThreadBuilder =>
    new ThreadBuilder(thread.file, { log: folder.file('facts.db'), version: 1, ...more });
  const append = (id: string, facts: readonly TicketFact[]) =>
    kernel.log.append({ stream: `ticket-${id}`, facts, expected: 'any', context: ticketContext() });
  const statusOf = async (name = 'ticket-list') =>
    (await kernel.operations.status()).find((status) => status.name === name);
  const rows = () => allRows(kernel.store, ticketList.collection);
  const rebuilt = async (): Promise<void> => {
    kernel.operations.rebuild('ticket-list');
    await eventually(async () =>
      expect((await statusOf())?.build).toMatchObject({ state: 'done', error: null, share: 1, secondsLeft: 0 }),
    );
  };
  const many = (count = MANY): Promise<unknown> =>
    kernel.log.append({
      stream: 'ticket-many',
      expected: 'any',
      context: ticketContext(),
      facts: Array.from({ length: count }, (_, index) => (index === 0 ? opened('many') : commented('many'))),
    });
  const files = (): number =>
    readdirSync(folder.path).filter((name) => name.includes('.g-') && !/-(wal|shm)$/.test(name)).length;

  it.each([
    ['in a thread', inThread],
    ['in the same thread', () => undefined],
  ] as const)('%s gives the same rows, in the place of the old ones', async (_, builder) => {
    const made = builder();
    start(made && { builder: made });
    await append('1', [opened('1'), commented('1')]);
    await append('2', [opened('2'), closed('2')]);
    await kernel.settled();
    const before = await rows();
    await commitNext(kernel.store, {
      collection: ticketList.collection,
      changes: [{ key: 'ghost', row: before[0] ?? null, position: '1' as never }],
      checkpoint: '4' as never,
    });
    await rebuilt();
    expect(await rows()).toEqual(before);
    expect((await statusOf())?.build).toMatchObject({ facts: 4 });
    expect(files()).toBe(1);
    await append('1', [commented('1')]);
    await kernel.settled();
    expect(await kernel.readModels.get(ticketList, '1')).toMatchObject({ comments: 2 });
  });

  it('does not stop the model that serves: what is appended meanwhile is seen before, at and after the swap', async () => {
    start({ builder: inThread() });
    await many();
    await append('1', [opened('1')]);
    await kernel.settled();
    let [going, comments, seen] = [true, 0, 0];
    const appending = (async () => {
      while (going) {
        const { position } = await append('1', [commented('1')]);
        comments += 1;
        expect(await kernel.readModels.reached(ticketList, position)).toBe(true);
        const now = (await kernel.readModels.get(ticketList, '1'))?.comments ?? -1;
        expect(now).toBeGreaterThanOrEqual(comments);
        seen += 1;
      }
    })();
    for (let round = 0; round < 3; round += 1) await rebuilt();
    going = false;
    await appending;
    expect(seen).toBe(comments);
    expect(await kernel.readModels.get(ticketList, 'many')).toMatchObject({ comments: MANY - 1 });
    expect(await kernel.readModels.count(ticketList, {})).toBe(2);
  }, 60_000);

  it('of another version is done at the start, away from this thread, while the old rows serve', async () => {
    start();
    await many();
    await kernel.settled();
    await kernel.close();
    const second = { ...ticketList, version: 2, collection: { ...ticketList.collection, version: 2 } };
    const here = jest.fn(second.project);
    start({ builder: inThread({ version: 2 }) }, { projections: [{ ...second, project: here }] });
    await eventually(async () => expect((await statusOf())?.state).toBe('building'));
    expect(await kernel.store.get(second.collection, 'many')).toMatchObject({ comments: MANY - 1 });
    await kernel.settled();
    expect(here).not.toHaveBeenCalled();
    expect((await statusOf())?.build).toMatchObject({ state: 'done', facts: MANY });
    await append('many', [commented('many')]);
    await kernel.settled();
    expect(await kernel.readModels.get(second, 'many')).toMatchObject({ comments: MANY });
    expect(files()).toBe(1);
  }, 60_000);

  it('changes nothing when the thread dies, and works when it is asked again', async () => {
    start({ builder: inThread({ diesAfter: 1 }) });
    await append('1', [opened('1'), commented('1')]);
    await kernel.settled();
    kernel.operations.rebuild('ticket-list');
    await eventually(async () =>
      expect((await statusOf())?.build).toMatchObject({
        state: 'failed',
        error: { message: expect.stringContaining('ended before') },
      }),
    );
    expect(await statusOf()).toMatchObject({ state: 'running', behind: false, lastError: null });
    expect(await kernel.readModels.get(ticketList, '1')).toMatchObject({ comments: 1 });
    expect(files()).toBe(1);
    await kernel.close();
    start({ builder: inThread() });
    await rebuilt();
    expect(await kernel.readModels.get(ticketList, '1')).toMatchObject({ comments: 1 });
  });

  it('ends although the consumer believes to be further than the log', async () => {
    const log = SqliteEventLog.open(folder.file('facts.db'));
    const beyond = (position: Position): Position => `${Number(position) + 1_000}` as Position;
    const subscribe: EventLog['subscribe'] = (options, handler) =>
      log.subscribe(options, (facts, position) => handler(facts, beyond(position)));
    start({ log: Object.assign(Object.create(log) as EventLog, { subscribe }) });
    await append('1', [opened('1')]);
    await kernel.settled();
    await rebuilt();
    expect(await kernel.readModels.get(ticketList, '1')).toMatchObject({ comments: 0 });
  });

  it('is given up when the process stops, and leaves nothing behind', async () => {
    start({ builder: inThread() });
    await many();
    await kernel.settled();
    kernel.operations.rebuild('ticket-list');
    await eventually(async () => expect((await statusOf())?.build?.state).toBe('building'));
    await kernel.stop();
    expect(files()).toBe(1);
  }, 60_000);

  describe('interrupted between the adopting of the build and the swap', () => {
    const shown = (id: string) => eventually(async () => (await kernel.readModels.get(ticketList, id)) !== undefined);
    /** @param adopted between the two */
    const storeWith = (adopted: () => Promise<void>, refused: () => boolean = () => false): SqliteReadStore => {
      const store = SqliteReadStore.open(folder.file('documents.db'));
      const builds = store.shadowBuilds as ShadowBuilds;
      const shadowBuilds: ShadowBuilds = Object.assign(Object.create(builds) as ShadowBuilds, {
        adopt: async (...given: Parameters<ShadowBuilds['adopt']>) => {
          await builds.adopt(...given);
          await adopted();
        },
      });
      const commit: ReadStore['commit'] = async (batch) => {
        if (refused()) throw new ReadStoreUnavailable('the disk is full');
        await store.commit(batch);
      };
      return Object.assign(Object.create(store) as SqliteReadStore, { shadowBuilds, commit });
    };

    it('is swapped in all the same when the projection subscribes anew meanwhile', async () => {
      let failing = false;
      const adopted = async (): Promise<void> => {
        failing = true;
        for (const id of ['2', '3']) {
          await append(id, [opened(id)]);
          await shown(id);
        }
      };
      start({ store: storeWith(adopted, () => failing && !(failing = false)) });
      await append('1', [opened('1')]);
      await kernel.settled();
      await rebuilt();
      expect(await kernel.readModels.count(ticketList, {})).toBe(3);
      expect(files()).toBe(1);
    });

    it('by a full disk gives the build up, and the model that serves goes on', async () => {
      let isFull = false;
      const adopted = async (): Promise<void> => {
        await append('2', [opened('2')]);
        await shown('2');
        isFull = true;
      };
      start({ store: storeWith(adopted, () => isFull) });
      await append('1', [opened('1')]);
      await kernel.settled();
      kernel.operations.rebuild('ticket-list');
      await eventually(async () => expect((await statusOf())?.build?.state).toBe('failed'));
      await append('3', [opened('3')]);
      await eventually(async () => expect((await statusOf())?.state).toBe('retrying'));
      isFull = false;
      await kernel.settled();
      expect(await kernel.readModels.count(ticketList, {})).toBe(3);
      expect(files()).toBe(1);
      await kernel.close();
      start({ asleep: true });
      expect(await kernel.store.count(ticketList.collection, {})).toBe(3);
    });

    it('by the death of the process leaves the model that serves', async () => {
      let [dead, buried] = [false, false];
      const adopted = async (): Promise<void> => {
        await append('2', [opened('2')]);
        await shown('2');
        dead = true;
        await eventually(() => buried);
      };
      const store = storeWith(adopted);
      const first = start({ store });
      await append('1', [opened('1')]);
      await kernel.settled();
      kernel.operations.rebuild('ticket-list');
      await eventually(() => dead);
      await Promise.all([store.close(), first.log.port.close()]);
      start();
      await kernel.settled();
      expect(await kernel.readModels.count(ticketList, {})).toBe(2);
      expect(files()).toBe(1);
      buried = true;
      await first.stop();
    });
  });

  it('names the fact it cannot get past, and leaves the model that serves as it is', async () => {
    start({ builder: inThread() });
    await append('1', [opened('1')]);
    await kernel.settled();
    const stranger: FactToStore = {
      id: 'stranger',
      type: 'TicketPainted',
      data: {},
      meta: { v: 1, at: '2026-01-15T09:00:00.000Z', ws: 'w1', actor: { kind: 'system', id: 'x' }, cor: 'c', cau: null },
    };
    await kernel.log.port.append('ticket-1', [stranger], 'any');
    kernel.operations.rebuild('ticket-list');
    await eventually(async () =>
      expect((await statusOf())?.build).toMatchObject({
        state: 'failed',
        error: {
          message: expect.stringContaining('TicketPainted'),
          fact: { id: 'stranger', type: 'TicketPainted', stream: 'ticket-1', position: '2' },
        },
      }),
    );
    expect(await kernel.readModels.count(ticketList, {})).toBe(1);
  });

  it.each([
    ['in a thread', inThread],
    ['in the same thread', () => undefined],
  ] as const)('several %s are fed by one reading of the log; one that fails leaves the others', async (_, builder) => {
    const log = SqliteEventLog.open(folder.file('facts.db'));
    const read = jest.spyOn(log, 'readAll');
    const titles = { ...ticketList, name: 'titles', collection: { ...ticketList.collection, name: 'titles' } };
    let isBroken = false;
    const broken: typeof ticketList = {
      ...ticketList,
      name: 'broken',
      collection: { ...ticketList.collection, name: 'broken' },
      project: (...given) => {
        if (isBroken) throw new Error('it does not fit');
        return ticketList.project(...given);
      },
    };
    const made = builder();
    start({ log, ...(made && { builder: made }) }, { projections: [ticketList, titles, broken] });
    await many(1_000);
    await kernel.settled();
    isBroken = true;
    read.mockClear();
    for (const name of ['ticket-list', 'titles', 'broken']) kernel.operations.rebuild(name);
    const states = async () => (await kernel.operations.status()).map(({ build }) => build?.state);
    const expected = made ? ['done', 'failed', 'failed'] : ['done', 'done', 'failed'];
    await eventually(async () => expect(await states()).toEqual(expected));
    expect((await statusOf())?.build).toMatchObject({ facts: 1_000, share: 1 });
    if (!made) {
      expect((await statusOf('broken'))?.build?.error).toMatchObject({
        message: expect.stringContaining('it does not fit'),
      });
      expect(read.mock.calls.length).toBeLessThanOrEqual(1_000 / 200 + 1);
    }
    expect(await kernel.store.get(titles.collection, 'many')).toMatchObject({ comments: 999 });
    expect(await kernel.store.get(broken.collection, 'many')).toMatchObject({ comments: 999 });
  });

  it('runs no reaction', async () => {
    const react = jest.fn(async () => undefined);
    const reactor: Reactor<TicketFact> = {
      name: 'greet',
      streams: ['ticket-'],
      on: ['TicketOpened'],
      maxAgeMs: 60_000,
      react,
    };
    start({ builder: inThread() }, { reactors: [reactor] });
    await kernel.settled();
    await append('1', [opened('1')]);
    await kernel.settled();
    await rebuilt();
    await kernel.settled();
    expect(react).toHaveBeenCalledTimes(1);
  });

  it('works on a store that builds nothing beside', async () => {
    const store = SqliteReadStore.open(folder.file('documents.db'));
    start({ store: Object.assign(Object.create(store) as ReadStore, { shadowBuilds: undefined }) });
    await append('1', [opened('1'), commented('1')]);
    await kernel.settled();
    await rebuilt();
    expect(await kernel.readModels.get(ticketList, '1')).toMatchObject({ comments: 1 });
  });

  it('knows no read model of another name', () => {
    start();
    expect(() => kernel.operations.rebuild('ticket-lust')).toThrow('No consumer of this process is called ticket-lust');
    expect(() => kernel.operations.retry('ticket-lust')).toThrow('No consumer of this process is called ticket-lust');
  });

  it('is not needed to go on after a fact that could not be folded: trying again is enough', async () => {
    let broken = true;
    const moody: typeof ticketList = {
      ...ticketList,
      project: (row, fact, key) => {
        if (broken && fact.type === 'TicketClosed') throw new Error('closing was forgotten');
        return ticketList.project(row, fact, key);
      },
    };
    start({}, { projections: [moody] });
    await append('1', [opened('1'), closed('1'), commented('1')]);
    await eventually(async () =>
      expect(await statusOf()).toMatchObject({ state: 'stopped', lag: { amount: 2, unit: 'facts' } }),
    );
    kernel.operations.retry('ticket-list');
    await eventually(async () => expect((await statusOf())?.state).toBe('stopped'));
    broken = false;
    kernel.operations.retry('ticket-list');
    await kernel.settled();
    expect(await kernel.readModels.get(ticketList, '1')).toMatchObject({ comments: 1, status: 'closed' });
  });
});
