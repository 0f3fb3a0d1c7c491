import fc from 'fast-check';
import { readAsOf } from '@linkage/event-sourcing';
import {
  closed,
  commented,
  deleted,
  opened,
  type TicketFact,
  ticketContext,
  ticketFacts,
  ticketList,
  type TicketRow,
} from '@linkage/event-sourcing/testing';
import { SteadyKeys } from '../crash/steady-keys';
import { testKernel } from '../testing';

const ids = ['a', 'b', 'c'];
const workspaces = ['w1', 'w2'];
const stepOf = fc.record({
  workspaceId: fc.constantFrom(...workspaces),
  fact: fc
    .tuple(fc.constantFrom(...ids), fc.constantFrom(opened, commented, commented, closed, deleted))
    .map(([id, make]) => (make as (ticketId: string) => TicketFact)(id)),
  /** ms until the next fact; 0: in the same moment. */
  pause: fc.constantFrom(0, 0, 1, 5_000, 86_400_000),
});

const keyOf = (workspaceId: string, id: string): string => `${workspaceId}-${id}`;

describe('looking back', () => {
  it('shows at the moment of every fact the rows that were live then, as the same text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepOf, { minLength: 1, maxLength: 12 }), async (steps) => {
        const kernel = testKernel({ facts: ticketFacts, projections: [ticketList] }, { keys: new SteadyKeys() });
        const rowsOf = async (workspaceId: string): Promise<string> => {
          const rows = await kernel.readModels.getMany<TicketRow, TicketFact>(
            ticketList,
            ids.map((id) => keyOf(workspaceId, id)),
          );
          return JSON.stringify([...rows]);
        };
        /** What was live after the last fact of each moment. */
        const live = new Map<string, string[]>();
        for (const { workspaceId, fact, pause } of steps) {
          const ticketId = keyOf(workspaceId, fact.data.ticketId);
          await kernel.log.append({
            stream: `ticket-${ticketId}`,
            facts: [{ ...fact, data: { ...fact.data, ticketId } } as TicketFact],
            expected: 'any',
            context: ticketContext(workspaceId),
          });
          await kernel.settled();
          live.set(kernel.clock.now().toISOString(), await Promise.all(workspaces.map(rowsOf)));
          kernel.clock.advance(pause);
        }
        for (const [moment, rows] of live) {
          const then = workspaces.map((workspaceId) =>
            readAsOf({ workspaceId, moment: new Date(moment) }, () => rowsOf(workspaceId)),
          );
          expect(await Promise.all(then)).toEqual(rows);
        }
        await kernel.close();
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
