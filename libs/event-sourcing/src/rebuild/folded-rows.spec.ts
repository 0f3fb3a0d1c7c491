import fc from 'fast-check';
import type { LoadedRow, RowChange } from '../read-store.port';
import { foldBatch } from '../runtime/fold-batch';
import { closed, commented, deleted, opened, recorded, type TicketFact, ticketList, type TicketRow } from '../testing';
import { FoldedRows } from './folded-rows';

const factOf: fc.Arbitrary<TicketFact> = fc
  .tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom(opened, commented, commented, closed, deleted))
  .map(([id, make]) => (make as (ticketId: string) => TicketFact)(id));

/** A place that remembers what was written, and in which order. */
const place = () => {
  const rows = new Map<string, LoadedRow>();
  const writes: (readonly RowChange[])[] = [];
  return {
    rows,
    writes,
    load: async <Row extends object>(keys: readonly string[]) =>
      new Map(keys.flatMap((key) => (rows.has(key) ? [[key, rows.get(key) as LoadedRow<Row>] as const] : []))),
    write: async (changes: readonly RowChange[]) => {
      writes.push(changes);
      for (const { key, row, position } of changes) {
        if (row) rows.set(key, { row, position });
        else rows.delete(key);
      }
    },
  };
};

const inPages = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, page) => all.slice(page * size, (page + 1) * size));

describe('rows folded in bulk', () => {
  it('are those that folding one after the other gives, however few are held at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(factOf, { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 5 }),
        async (facts, pageSize, held) => {
          const stored = facts.map((fact, index) => recorded(fact, { position: String(index + 1) as never }));
          const to = place();
          const rows = new FoldedRows<TicketRow, TicketFact>(ticketList, to, { first: held, least: held, most: held });
          for (const page of inPages(stored, pageSize)) await rows.fold(page);
          await rows.write();
          const { changes } = foldBatch(ticketList, stored, new Map(), (a, b) => Number(a) - Number(b));
          const expected = changes.flatMap(({ key, row, position }) =>
            row ? [[key, { row, position }] as const] : [],
          );
          expect(new Map(to.rows)).toEqual(new Map(expected));
          for (const write of to.writes)
            expect(write.map(({ key }) => key)).toEqual([...new Set(write.map(({ key }) => key))].sort());
        },
      ),
    );
  });

  it('are written once when all of them can be held', async () => {
    const to = place();
    const rows = new FoldedRows<TicketRow, TicketFact>(ticketList, to);
    for (const id of ['b', 'a', 'b']) await rows.fold([recorded(opened(id)), recorded(commented(id))]);
    expect(to.writes).toEqual([]);
    await rows.write();
    expect(to.writes.map((changes) => changes.map(({ key }) => key))).toEqual([['a', 'b']]);
  });
});
