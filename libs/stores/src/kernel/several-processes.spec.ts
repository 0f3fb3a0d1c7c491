import { type Position, readAfter, type ReadModelChange, type ReadStore } from '@linkage/event-sourcing';
import {
  commented,
  eventually,
  InMemorySubjectKeys,
  opened,
  type TicketFact,
  ticketContext,
  ticketFacts,
  ticketList,
} from '@linkage/event-sourcing/testing';
import { SharedReadStore } from '../sqlite-documents/shared-read-store';
import { SqliteEventLog } from '../sqlite-log/sqlite-event-log';
import { temporaryFolder, testKernel, type TestKernel } from '../testing';
import { LosableReadStore } from '../testing/losable-read-store';

/** A read model that no fact of these specs changes. */
const quiet = {
  ...ticketList,
  name: 'quiet',
  on: ['TicketClosed' as const],
  collection: { ...ticketList.collection, name: 'quiet' },
};

/** Kernels as several processes have them: one log, one file of read models. */
describe('several kernels on one log and one read store', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let log: SqliteEventLog;
  let keys: InMemorySubjectKeys;
  const kernels: TestKernel[] = [];

  const start = (...roles: string[]): TestKernel & { readonly told: ReadModelChange[] } => {
    const store = SharedReadStore.open(folder.file('documents.db'), { writes: roles.includes('projections') });
    return begin(store, roles);
  };
  const begin = (store: ReadStore, roles: readonly string[]): TestKernel & { readonly told: ReadModelChange[] } => {
    const kernel = testKernel(
      { facts: ticketFacts, projections: [ticketList, quiet] },
      { folder, log, keys, store, roles },
    );
    kernels.push(kernel);
    const told: ReadModelChange[] = [];
    kernel.consumers.changes.subscribe((change) => told.push(change));
    return { ...kernel, told };
  };
  /** As a process ends; the log goes on. */
  const end = async (kernel: TestKernel): Promise<void> => {
    await kernel.stop();
    await kernel.store.close();
  };
  const append = (id: string, ...facts: readonly TicketFact[]) =>
    kernels[0]!.log.append({ stream: `ticket-${id}`, facts, expected: 'any', context: ticketContext('w1') });
  const keysOf = (told: readonly ReadModelChange[]) => [...new Set(told.flatMap(({ keys: changed }) => changed))];
  const stateIn = async (kernel: TestKernel) =>
    (await kernel.operations.status()).find(({ name }) => name === 'ticket-list')?.state;

  beforeEach(() => {
    folder = temporaryFolder();
    log = SqliteEventLog.open(folder.file('facts.db'));
    keys = new InMemorySubjectKeys();
  });
  afterEach(async () => {
    for (const kernel of kernels.splice(0)) await end(kernel);
    await log.close();
    folder.remove();
  });

  it('one folds, the others follow, and all tell what changed when it can be read', async () => {
    const [web, folding, standby] = [start('web'), start('projections'), start('projections')];
    await eventually(async () => (await stateIn(folding)) === 'running');
    expect([await stateIn(web), await stateIn(standby)]).toEqual(['elsewhere', 'elsewhere']);
    const readable: Promise<unknown>[] = [];
    web.consumers.changes.subscribe(({ keys: [key = ''] }) => readable.push(web.store.get(ticketList.collection, key)));
    for (const id of ['1', '2', '3']) await append(id, opened(id), commented(id));
    for (const { told } of [web, folding, standby])
      await eventually(() => expect(keysOf(told)).toEqual(['1', '2', '3']));
    expect((await Promise.all(readable)).every((row) => row !== undefined)).toBe(true);
  });

  it('a caller reads its own write in every process, also from a read model that the write does not change', async () => {
    const [folding, web] = [start('projections'), start('web')];
    await folding.settled();
    for (let count = 1; count <= 20; count += 1) {
      const { position } = await append('1', count === 1 ? opened('1') : commented('1'));
      expect(await web.readModels.reached(quiet, position)).toBe(true);
      expect(await readAfter(position, () => web.readModels.get(ticketList, '1'))).toMatchObject({
        comments: count - 1,
      });
    }
    expect(await web.readModels.reached(ticketList, '999' as Position, 1)).toBe(false);
  });

  it('a standby process takes over, and publishes every change', async () => {
    const first = start('projections');
    const second = start('projections');
    const web = start('web');
    await append('1', opened('1'));
    for (const { told } of [first, second, web]) await eventually(() => expect(keysOf(told)).toEqual(['1']));
    await end(first);
    await append('2', opened('2'));
    await eventually(async () => (await stateIn(second)) === 'running');
    await append('3', opened('3'));
    for (const { told } of [second, web]) await eventually(() => expect(keysOf(told)).toEqual(['1', '2', '3']));
    expect(await web.readModels.count(ticketList, { workspaceId: 'w1' })).toBe(3);
  });

  it('a process that loses its turn stops folding and follows; the next one folds on from where it was', async () => {
    const losable = new LosableReadStore(folder.file('documents.db'));
    const first = begin(losable.store, ['projections']);
    await append('1', opened('1'));
    await first.settled();
    const second = start('projections');
    await losable.lose();
    await eventually(async () => (await stateIn(second)) === 'running');
    expect(await stateIn(first)).toBe('elsewhere');
    await append('2', opened('2'), commented('2'));
    for (const { told } of [first, second]) await eventually(() => expect(keysOf(told)).toContain('2'));
    expect(await first.readModels.get(ticketList, '2')).toMatchObject({ comments: 1 });
    expect(() => first.operations.rebuild('ticket-list')).toThrow('Another process folds');
    expect(await second.readModels.count(ticketList, { workspaceId: 'w1' })).toBe(2);
  });

  it('a process without the role never folds', async () => {
    const web = start('web');
    await append('1', opened('1'));
    await eventually(async () => (await web.operations.status()).some(({ behind }) => !behind));
    expect(await stateIn(web)).toBe('elsewhere');
    await expect(web.readModels.get(ticketList, '1')).rejects.toThrow('has not been made yet');
    start('projections');
    await eventually(() => expect(keysOf(web.told)).toEqual(['1']));
    expect(await web.readModels.get(ticketList, '1')).toMatchObject({ title: 'It does not start' });
  });

  it('only the one that folds can build a read model anew, or let it go on; the others say so', async () => {
    const [folding, standby, web] = [start('projections'), start('projections'), start('web')];
    await eventually(async () => (await stateIn(folding)) === 'running');
    for (const { operations } of [standby, web]) {
      for (const ask of [() => operations.rebuild('ticket-list'), () => operations.retry('ticket-list')]) {
        expect(ask).toThrow(
          expect.objectContaining({
            kind: 'conflict',
            code: 'folded-elsewhere',
            message: expect.stringContaining('LINKAGE_PORT'),
          }),
        );
      }
      expect(() => operations.rebuild('ticket-lust')).toThrow('No consumer of this process is called ticket-lust');
    }
    folding.operations.rebuild('ticket-list');
    await eventually(async () => (await folding.operations.status())[0]?.build?.state === 'done');
  });

  it('know how far the read models of another process are behind', async () => {
    const folding = start('projections');
    const web = start('web');
    await append('1', opened('1'));
    await web.settled();
    await end(folding);
    await append('1', commented('1'));
    const behind = async () => (await web.operations.status()).map(({ name, behind: is }) => [name, is]);
    await eventually(async () =>
      expect(await behind()).toEqual([
        ['ticket-list', true],
        ['quiet', false],
      ]),
    );
    start('projections');
    await eventually(async () =>
      expect(await behind()).toEqual([
        ['ticket-list', false],
        ['quiet', false],
      ]),
    );
  });

  it('know up to where everything was told', async () => {
    const folding = start('projections');
    const web = start('web');
    const names = ['ticket-list', 'quiet'];
    await eventually(() =>
      expect([folding, web].map(({ consumers }) => consumers.publishedThrough(names))).toEqual([null, null]),
    );
    const { position } = await append('1', opened('1'));
    for (const { consumers, told } of [folding, web]) {
      await eventually(() => consumers.publishedThrough(names) === position);
      expect(keysOf(told)).toEqual(['1']);
    }
  });
});
