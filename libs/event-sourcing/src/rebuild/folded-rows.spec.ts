import fc from 'fast-check';
import type { LoadedRow, RowChange } from '../read-models/row-change';
import type { Position, Recorded } from '../facts/fact';
import { foldBatch, foldInto } from '../read-models/fold-into';
import { closed, commented, deleted, opened, recorded, type TicketFact, ticketList } from '../testing';
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

const byNumber = (a: Position, b: Position): number => Number(a) - Number(b);

const fold = (rows: FoldedRows, facts: readonly Recorded<TicketFact>[]) =>
  foldInto(rows, ticketList, facts, facts.at(-1)!.position, byNumber);

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
          const rows = new FoldedRows(to, 1, { first: held, least: held, most: held });
          for (const page of inPages(stored, pageSize)) await fold(rows, page);
          await rows.write();
          const { changes } = foldBatch(ticketList, stored, new Map(), byNumber);
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
    const rows = new FoldedRows(to);
    let facts = 0;
    const next = () => ({ position: String((facts += 1)) as never });
    for (const id of ['b', 'a', 'b']) await fold(rows, [recorded(opened(id), next()), recorded(commented(id), next())]);
    expect(to.writes).toEqual([]);
    await rows.write();
    expect(to.writes.map((changes) => changes.map(({ key }) => key))).toEqual([['a', 'b']]);
  });
});
