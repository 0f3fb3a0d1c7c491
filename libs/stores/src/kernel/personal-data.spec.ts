import { readFileSync, readdirSync } from 'node:fs';
import { readAsOf, type ReadStore, type ShadowBuilds } from '@linkage/event-sourcing';
import {
  commented,
  eventually,
  InMemorySubjectKeys,
  opened,
  ticketContext,
  ticketFacts,
  ticketList,
} from '@linkage/event-sourcing/testing';
import { SqliteReadStore } from '../sqlite-documents/sqlite-read-store';
import { temporaryFolder, testKernel, type TestKernel } from '../testing';

describe('personal data', () => {
  const folder = temporaryFolder();
  const running = new Set<TestKernel>();
  const start = (...given: Parameters<typeof testKernel>): TestKernel => {
    const kernel = testKernel(...given);
    running.add(kernel);
    return kernel;
  };
  const end = async (kernel: TestKernel): Promise<void> => {
    running.delete(kernel);
    await kernel.close();
  };
  afterEach(() => Promise.all([...running].map(end)));
  afterAll(() => folder.remove());
  const bytesOf = (prefix: string): string =>
    readdirSync(folder.path)
      .filter((name) => name.startsWith(prefix))
      .map((name) => readFileSync(folder.file(name), 'latin1'))
      .join('');

  it('never stands in the log in the clear, and is gone from history and rebuilt read models once its key is', async () => {
    const kernel = testKernel({ facts: ticketFacts, projections: [ticketList] }, { folder });
    await kernel.log.append({
      stream: 'ticket-1',
      facts: [opened('1', 'Visible title', 'Secretive Person')],
      expected: 'no-stream',
      context: ticketContext(),
    });
    await kernel.settled();
    expect((await kernel.readModels.get(ticketList, '1'))?.reporter).toBe('Secretive Person');
    expect(bytesOf('facts.db')).toContain('Visible title');
    expect(bytesOf('facts.db')).not.toContain('Secretive');

    await kernel.keys.erase('reporter-of-1');
    expect(await kernel.log.readStream('ticket-1')).toMatchObject([
      { data: { title: 'Visible title', reporter: '[erased]' } },
    ]);
    await kernel.consumers.stop();
    await kernel.store.clear(ticketList.collection);
    await kernel.close();

    const again = testKernel({ facts: ticketFacts, projections: [ticketList] }, { folder, keys: kernel.keys });
    await again.settled();
    expect((await again.readModels.get(ticketList, '1'))?.reporter).toBe('[erased]');
    await again.close();
  });

  it('leaves the read models by itself once the key is gone, and the files with them', async () => {
    const [place, keys] = [temporaryFolder(), new InMemorySubjectKeys()];
    const filesHold = (text: string): boolean =>
      readdirSync(place.path)
        .filter((name) => name.startsWith('documents'))
        .some((name) => readFileSync(place.file(name), 'latin1').includes(text));
    const run = (): TestKernel =>
      start({ facts: ticketFacts, projections: [ticketList] }, { folder: place, keys, lookForErasedMs: 10 });
    const reporters = async (kernel: TestKernel): Promise<unknown[]> =>
      Promise.all(['1', '2'].map(async (id) => (await kernel.readModels.get(ticketList, id))?.reporter));
    let kernel = run();
    for (const id of ['1', '2'])
      await kernel.log.append({
        stream: `ticket-${id}`,
        facts: [opened(id, 'Visible title', `Secretive Person ${id}`)],
        expected: 'no-stream',
        context: ticketContext(),
      });
    await kernel.settled();
    await keys.erase('reporter-of-1');
    await eventually(async () => expect(await reporters(kernel)).toEqual(['[erased]', 'Secretive Person 2']));
    await eventually(() =>
      expect([filesHold('Secretive Person 1'), filesHold('Secretive Person 2')]).toEqual([false, true]),
    );
    await eventually(async () => expect(await kernel.store.loadPosition('erasures')).toBe('1'));
    await end(kernel);

    // Erased while no process folds; earlier erasures cause no second rebuild.
    await keys.erase('reporter-of-2');
    kernel = run();
    await eventually(async () => expect(await reporters(kernel)).toEqual(['[erased]', '[erased]']));
    await eventually(async () => expect(await kernel.store.loadPosition('erasures')).toBe('2'));
    await end(kernel);
    kernel = run();
    const looks = jest.spyOn(keys, 'erasures');
    await eventually(() => expect(looks.mock.calls.length).toBeGreaterThan(1));
    expect(await kernel.operations.status()).toMatchObject([{ build: null }]);
    await end(kernel);
    place.remove();
  });

  it('is tried again when a read model could not be built without it', async () => {
    const keys = new InMemorySubjectKeys();
    let broken = false;
    const fragile: typeof ticketList = {
      ...ticketList,
      project: (...given) => {
        if (broken && given[1].type === 'TicketOpened') throw new Error('not now');
        return ticketList.project(...given);
      },
    };
    const kernel = start({ facts: ticketFacts, projections: [fragile] }, { keys, lookForErasedMs: 10 });
    await kernel.log.append({
      stream: 'ticket-1',
      facts: [opened('1', 'Visible title', 'Secretive Person')],
      expected: 'no-stream',
      context: ticketContext(),
    });
    await kernel.settled();
    broken = true;
    await keys.erase('reporter-of-1');
    await eventually(async () =>
      expect(await kernel.operations.status()).toMatchObject([
        { state: 'running', build: { state: 'failed', error: { message: expect.stringContaining('not now') } } },
      ]),
    );
    expect((await kernel.readModels.get(fragile, '1'))?.reporter).toBe('Secretive Person');
    broken = false;
    await eventually(async () => expect((await kernel.readModels.get(fragile, '1'))?.reporter).toBe('[erased]'));
    await end(kernel);
  });

  it('leaves also a read model that was being built anew as its key went', async () => {
    const place = temporaryFolder();
    const store = SqliteReadStore.open(place.file('documents.db'));
    const builds = store.shadowBuilds as ShadowBuilds;
    let [built, erased] = [false, false];
    const shadowBuilds: ShadowBuilds = Object.assign(Object.create(builds) as ShadowBuilds, {
      adopt: async (...given: Parameters<ShadowBuilds['adopt']>) => {
        built = true;
        await eventually(() => erased);
        await builds.adopt(...given);
      },
    });
    const others = { ...ticketList, name: 'others', collection: { ...ticketList.collection, name: 'others' } };
    const kernel = start(
      { facts: ticketFacts, projections: [ticketList, others] },
      { folder: place, lookForErasedMs: 10, store: Object.assign(Object.create(store) as ReadStore, { shadowBuilds }) },
    );
    await kernel.log.append({
      stream: 'ticket-1',
      facts: [opened('1', 'Visible title', 'Secretive Person')],
      expected: 'no-stream',
      context: ticketContext(),
    });
    await kernel.settled();
    kernel.operations.rebuild('ticket-list');
    await eventually(() => built);
    const looks = jest.spyOn(kernel.store, 'loadPosition');
    await kernel.erasures.erase('reporter-of-1');
    await eventually(() => looks.mock.calls.length > 0);
    erased = true;
    await kernel.erasures.whenFree();
    for (const one of [ticketList, others]) expect((await kernel.readModels.get(one, '1'))?.reporter).toBe('[erased]');
    await end(kernel);
    place.remove();
  });

  describe('of an erased person', () => {
    const reporters = ['reporter-of-1', 'reporter-of-2'];
    const openBoth = async (kernel: TestKernel): Promise<void> => {
      for (const id of ['1', '2'])
        await kernel.log.append({
          stream: `ticket-${id}`,
          facts: [opened(id, 'Visible title', `Secretive Person ${id}`)],
          expected: 'no-stream',
          context: ticketContext(),
        });
      await kernel.settled();
    };
    const reporterOf = async (kernel: TestKernel, id: string): Promise<unknown> =>
      (await kernel.readModels.get(ticketList, id))?.reporter;

    it('is counted, dropped from memory and from the past that was folded, and out of the read models when that is said', async () => {
      const kernel = start({ facts: ticketFacts, projections: [ticketList] });
      await openBoth(kernel);
      const past = { workspaceId: 'workspace-1', moment: kernel.clock.now() };
      const then = (): Promise<unknown> => readAsOf(past, () => reporterOf(kernel, '1'));
      expect(await then()).toBe('Secretive Person 1');
      const states: unknown[] = [];
      const close = (): Promise<unknown> =>
        kernel.commands.handle({
          stream: 'ticket-1',
          decider: {
            initial: '',
            evolve: (state, fact) => ('reporter' in fact.data ? String(fact.data.reporter) : state),
          },
          context: ticketContext(),
          decide: (state) => {
            states.push(state);
            return [commented('1')];
          },
        });
      await close();
      expect(await kernel.erasures.factsAbout('reporter-of-1')).toEqual({ encrypted: { TicketOpened: 1 }, open: {} });
      await kernel.erasures.erase('reporter-of-1');
      expect(await then()).toBe('[erased]');
      await close();
      expect(states).toEqual(['Secretive Person 1', '[erased]']);
      await kernel.erasures.whenFree();
      expect([await reporterOf(kernel, '1'), await reporterOf(kernel, '2')]).toEqual([
        '[erased]',
        'Secretive Person 2',
      ]);
      expect(kernel.erasures.state()).toEqual({ pending: false, trouble: null });
    });

    it('is noticed by a process that neither erased nor folds', async () => {
      const [place, keys] = [temporaryFolder(), new InMemorySubjectKeys()];
      const folding = start(
        { facts: ticketFacts, projections: [ticketList] },
        { folder: place, keys, lookForErasedMs: 10 },
      );
      await openBoth(folding);
      const { log, store } = folding;
      const following = start(
        { facts: ticketFacts, projections: [ticketList] },
        { log: log.port, store, keys, roles: ['web'], folder: place, lookForErasedMs: 10 },
      );
      const heard: string[] = [];
      following.erasures.erased.subscribe(() => void heard.push('erased'));
      following.erasures.readModelsFree.subscribe(() => void heard.push('free'));
      await eventually(() => following.erasures.state().pending === false);
      await folding.erasures.erase('reporter-of-1');
      await following.erasures.whenFree();
      expect(await reporterOf(following, '1')).toBe('[erased]');
      await eventually(() => expect(heard).toEqual(['erased', 'free']));
      running.delete(following);
      await following.stop();
      await end(folding);
      place.remove();
    });

    it('is loud when it cannot be carried out: each try says why', async () => {
      const keys = new InMemorySubjectKeys();
      const told: string[] = [];
      const kernel = start(
        { facts: ticketFacts, projections: [ticketList] },
        { keys, lookForErasedMs: 10, report: (consumer, { message }) => void told.push(`${consumer}: ${message}`) },
      );
      await openBoth(kernel);
      const look = jest.spyOn(keys, 'erasures').mockRejectedValue(new TypeError('a bug in the look'));
      await eventually(() => expect(told).toContain('erasures: a bug in the look'));
      expect(kernel.erasures.state().trouble).toBe('a bug in the look');
      look.mockRestore();
      await eventually(() => expect(kernel.erasures.state().trouble).toBeNull());

      const build = jest.spyOn(kernel.store, 'promote').mockRejectedValue(new Error('no room'));
      for (const subject of reporters) await keys.erase(subject);
      await eventually(() =>
        expect(told).toContainEqual(
          expect.stringMatching(/^erasures: These read models could not be built.*ticket-list/),
        ),
      );
      expect(kernel.erasures.state()).toEqual({ pending: true, trouble: expect.stringContaining('ticket-list') });
      build.mockRestore();
      await kernel.erasures.whenFree();
      expect(await reporterOf(kernel, '1')).toBe('[erased]');
    });
  });
});
