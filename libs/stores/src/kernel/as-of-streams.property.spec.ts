import fc from 'fast-check';
import { type EventLog, readAsOf } from '@linkage/event-sourcing';
import {
  closed,
  commented,
  deleted,
  InMemorySubjectKeys,
  opened,
  TestClock,
  type TicketFact,
  ticketContext,
  ticketFacts,
  ticketList,
} from '@linkage/event-sourcing/testing';
import { EventStoreDbEventLog } from '../eventstoredb/eventstoredb-event-log';
import { SqliteReadStore } from '../sqlite-documents/sqlite-read-store';
import { SqliteEventLog } from '../sqlite-log/sqlite-event-log';
import { temporaryFolder, testKernel, type TestKernel } from '../testing';
import { PartOfLog } from '../testing/part-of-log';

const workspaces = ['w1', 'w2', 'w3'];
const ids = ['a', 'b', 'c'];
const makers = [opened, commented, commented, closed, deleted] as const;
const stepOf = fc.record({
  workspaceId: fc.constantFrom(...workspaces),
  id: fc.constantFrom(...ids),
  facts: fc.array(fc.constantFrom(...makers), { minLength: 1, maxLength: 3 }),
  /** ms until the next step; 0: in the same moment; less: the clock is moved back. */
  pause: fc.constantFrom(0, 0, 1, 5_000, 86_400_000, -1, -100_000),
});
const historyOf = fc.record({
  steps: fc.array(stepOf, { minLength: 1, maxLength: 25 }),
  /** How many steps the read model of streams has seen. */
  known: fc.nat(25),
  erased: fc.option(fc.tuple(fc.constantFrom(...workspaces), fc.constantFrom(...ids))),
});

/** So many streams of others that none of the workspaces has most of all. */
const OTHERS = 12;

const url = process.env['LINKAGE_EVENTSTORE_URL'];
type Folder = ReturnType<typeof temporaryFolder>;
const logs: [name: string, open: (folder: Folder) => Promise<EventLog>][] = [
  ['the embedded log', async (folder) => SqliteEventLog.open(folder.file('facts.db'))],
];
if (url) logs.push(['EventStoreDB', () => PartOfLog.on(EventStoreDbEventLog.open(url))]);

describe.each(logs)('looking back in %s', (_, openLog) => {
  it('shows the same from the known streams as from the whole log, as the same text', async () => {
    let [asked, readOneByOne] = [0, 0];
    await fc.assert(
      fc.asyncProperty(historyOf, async ({ steps, known, erased }) => {
        const [folder, clock, keys, store] = [
          temporaryFolder(),
          new TestClock(),
          new InMemorySubjectKeys(),
          SqliteReadStore.temporary(),
        ];
        const log = await openLog(folder);
        const on = (roles: string[], options: Partial<Parameters<typeof testKernel>[1]>): TestKernel =>
          testKernel({ facts: ticketFacts, projections: [ticketList] }, { clock, keys, log, roles, ...options });
        const folding = on(['projections'], { store, indexesStreams: true });
        const append = async ({ workspaceId, id, facts, pause }: (typeof steps)[number]): Promise<string> => {
          const ticketId = `${workspaceId}-${id}`;
          const made = facts.map((make) => (make as (ticketId: string) => TicketFact)(ticketId));
          await folding.log.append({
            stream: `ticket-${ticketId}`,
            facts: made,
            expected: 'any',
            context: ticketContext(workspaceId),
          });
          const at = clock.now().getTime();
          clock.set(new Date(at + pause).toISOString());
          return new Date(at).toISOString();
        };
        for (let index = 0; index < OTHERS; index += 1)
          await append({ workspaceId: 'others', id: `${index}`, facts: [opened], pause: 0 });
        const standStill = async (): Promise<void> => {
          await folding.settled();
          await folding.stop();
        };
        const moments = new Set<string>();
        for (const [index, step] of steps.entries()) {
          if (index === known) await standStill();
          const at = await append(step);
          for (const near of [-1, 0, 1]) moments.add(new Date(new Date(at).getTime() + near).toISOString());
        }
        if (known >= steps.length) await standStill();
        if (erased) await keys.erase(`reporter-of-${erased.join('-')}`);

        const read = jest.spyOn(log, 'readStream');
        const [knowing, looking] = [on(['web'], { store }), on(['web'], { store: SqliteReadStore.temporary() })];
        const rowsAt = (kernel: TestKernel, workspaceId: string, moment: string): Promise<string> =>
          readAsOf({ workspaceId, moment: new Date(moment) }, async () => {
            const page = await kernel.readModels.page(ticketList, {
              where: {},
              sort: [{ field: 'openedAt', direction: 'asc' }],
              limit: 200,
            });
            return JSON.stringify([page, await kernel.readModels.count(ticketList, { workspaceId, status: 'open' })]);
          });
        for (const moment of moments) {
          for (const workspaceId of workspaces) {
            const before = read.mock.calls.length;
            const shown = await rowsAt(knowing, workspaceId, moment);
            [asked, readOneByOne] = [asked + 1, readOneByOne + (read.mock.calls.length > before ? 1 : 0)];
            expect(shown).toBe(await rowsAt(looking, workspaceId, moment));
          }
        }
        await Promise.all([knowing, looking].map((kernel) => kernel.stop()));
        await Promise.all([knowing, looking].map((kernel) => kernel.forgetPast()));
        await looking.store.close();
        await store.close();
        await log.close();
        folder.remove();
      }),
      { numRuns: 20 },
    );
    expect(readOneByOne).toBeGreaterThan(asked / 3);
  }, 240_000);
});
