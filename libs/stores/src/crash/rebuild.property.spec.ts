import fc from 'fast-check';
import { type EventLog, type ReadModelBuilder, ThreadBuilder } from '@linkage/event-sourcing';
import {
  closed,
  commented,
  deleted,
  eventually,
  opened,
  type TicketFact,
  ticketContext,
  ticketFacts,
  ticketList,
  type TicketRow,
} from '@linkage/event-sourcing/testing';
import { SqliteReadStore } from '../sqlite-documents/sqlite-read-store';
import { SqliteEventLog } from '../sqlite-log/sqlite-event-log';
import { temporaryFolder, testKernel } from '../testing';
import { type Apart, runApart } from '../testing/run-apart';
import { allRows } from './all-rows';
import { type Crash, crashing } from './crashing-store';
import { SteadyKeys } from './steady-keys';

const ids = ['a', 'b', 'c'];
const factOf: fc.Arbitrary<TicketFact> = fc
  .tuple(fc.constantFrom(...ids), fc.constantFrom(opened, commented, commented, closed, deleted))
  .map(([id, make]) => (make as (ticketId: string) => TicketFact)(id));

/** A life of the process: what is written in it, in batches of which size it folds, and at which commits it dies. */
interface Life {
  readonly facts: readonly TicketFact[];
  readonly batchSize: number;
  readonly crashes: readonly (Crash | null)[];
}

const lifeOf: fc.Arbitrary<Life> = fc.record({
  facts: fc.array(factOf, { maxLength: 15 }),
  batchSize: fc.integer({ min: 1, max: 6 }),
  crashes: fc.array(fc.option(fc.constantFrom<Crash>('before', 'documents', 'after'), { nil: null, freq: 2 }), {
    maxLength: 6,
  }),
});

describe('a read model', () => {
  const parts = { facts: ticketFacts, projections: [ticketList] };
  const keys = new SteadyKeys();
  let thread: Apart;
  beforeAll(() => {
    thread = runApart('libs/stores/src/crash/ticket-builder-thread.ts');
  });
  afterAll(() => thread.remove());

  const live = async (log: EventLog, store: SqliteReadStore, { facts, batchSize, crashes }: Life): Promise<void> => {
    let died: () => void = () => undefined;
    const death = new Promise<void>((resolve) => {
      died = resolve;
    });
    const kernel = testKernel(parts, { log, keys, batchSize, store: crashing(store, crashes, died) });
    for (const fact of facts)
      await kernel.log.append({
        stream: `ticket-${fact.data.ticketId}`,
        facts: [fact],
        expected: 'any',
        context: ticketContext(),
      });
    await Promise.race([death, kernel.settled()]);
    await kernel.stop();
  };

  const rebuilt = async (log: EventLog, batchSize: number): Promise<readonly TicketRow[]> => {
    const folder = temporaryFolder();
    const store = SqliteReadStore.open(folder.file('documents.db'));
    const kernel = testKernel(parts, { log, keys, batchSize, store });
    await kernel.settled();
    const rows = await allRows(store, ticketList.collection);
    await kernel.stop();
    await store.close();
    folder.remove();
    return rows;
  };

  /** Builds it beside what the lives left, in a thread that may die on the way, and in the end does not. */
  const rebuiltBeside = async (
    log: EventLog,
    store: SqliteReadStore,
    file: string,
    deaths: readonly number[],
  ): Promise<readonly TicketRow[]> => {
    for (const diesAfter of [...deaths, undefined]) {
      const builder: ReadModelBuilder = new ThreadBuilder(thread.file, { log: file, version: 1, diesAfter });
      const kernel = testKernel(parts, { log, keys, store, builder });
      await kernel.settled();
      kernel.operations.rebuild('ticket-list');
      await eventually(async () => {
        const state = (await kernel.operations.status())[0]?.build?.state;
        if (state !== 'done' && (state !== 'failed' || diesAfter === undefined)) throw new Error(`It is ${state}.`);
      });
      await kernel.stop();
    }
    return allRows(store, ticketList.collection);
  };

  it('is the same when a thread builds it beside, also after threads that died', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(lifeOf, { minLength: 1, maxLength: 3 }),
        fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 1 }),
        async (lives, deaths) => {
          const folder = temporaryFolder();
          const log = SqliteEventLog.open(folder.file('facts.db'));
          const store = SqliteReadStore.open(folder.file('documents.db'));
          for (const life of lives) await live(log, store, life);
          const rows = await rebuiltBeside(log, store, folder.file('facts.db'), deaths);
          expect(rows).toEqual(await rebuilt(log, 1));
          expect(await store.count(ticketList.collection, {})).toBe(rows.length);
          await store.close();
          const again = SqliteReadStore.open(folder.file('documents.db'));
          expect(await allRows(again, ticketList.collection)).toEqual(rows);
          await again.close();
          await log.close();
          folder.remove();
        },
      ),
      { numRuns: 8 },
    );
  }, 120_000);

  it('is the same whether folded live, in any batches, through crashes, or built again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(lifeOf, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 50 }),
        async (lives, batchSize) => {
          const folder = temporaryFolder();
          const log = SqliteEventLog.open(folder.file('facts.db'));
          const store = SqliteReadStore.open(folder.file('documents.db'));
          for (const life of lives) await live(log, store, life);
          await live(log, store, { facts: [], batchSize, crashes: [] });
          const rows = await allRows(store, ticketList.collection);
          expect(rows).toEqual(await rebuilt(log, batchSize));
          expect(rows).toEqual(await rebuilt(log, 1));
          expect(await store.count(ticketList.collection, { workspaceId: 'workspace-1' })).toBe(rows.length);
          await store.close();
          await log.close();
          folder.remove();
        },
      ),
      { numRuns: 20 },
    );
  }, 60_000);
});
