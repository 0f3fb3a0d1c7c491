import fc from 'fast-check';
import { pageOf } from '../read-models/page-of';
import type { CollectionShape } from '../read-models/collection-shape';
import type { PageRequest, Where } from '../read-models/page-request';
import type { ReadStore } from '../read-models/read-store.port';
import { commitRows, expectedKeys, freshCollection, madeUpRow, type MadeUpRow } from './made-up-rows';

type Keyed = MadeUpRow & { readonly key: string };
type Request = Omit<PageRequest, 'limit' | 'cursor'>;

/** All keys, page by page; then back again, which must show the same pages. */
export const walk = async (
  store: ReadStore,
  collection: CollectionShape<Keyed>,
  request: Request,
  limit: number,
): Promise<readonly string[]> => {
  const pages: string[][] = [];
  let page = await pageOf(store, collection, { ...request, limit });
  for (;;) {
    pages.push(page.rows.map(({ key }) => key));
    if (page.next === null) break;
    page = await pageOf(store, collection, { ...request, limit, cursor: page.next });
  }
  const back: string[][] = [pages.at(-1) ?? []];
  while (page.previous !== null) {
    page = await pageOf(store, collection, { ...request, limit, cursor: page.previous });
    back.unshift(page.rows.map(({ key }) => key));
  }
  expect(back).toEqual(pages);
  for (const full of pages.slice(0, -1)) expect(full).toHaveLength(limit);
  return pages.flat();
};

const text = fc.constantFrom('', 'a', 'b', 'ab', 'B', 'é', '\u{1F680}', '\uFFFD', '\u{10FFFF}', 'a\u{10FFFF}b');
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null, freq: 3 });
const rowsOf = fc.uniqueArray(
  fc.record({
    key: fc.string({ minLength: 1, maxLength: 3 }),
    workspaceId: fc.constantFrom('w1', 'w2'),
    name: text,
    status: orNull(fc.constantFrom('open', 'closed')),
    sentAt: orNull(text),
    amount: orNull(fc.constantFrom(-1.5, 0, 2, 10)),
  }),
  { selector: ({ key }) => key, maxLength: 40 },
);

const range = (values: fc.Arbitrary<string | number>) =>
  fc.record({ gt: values, gte: values, lt: values, lte: values }, { requiredKeys: [] });
const beginning = fc.record({ startsWith: text });
const oneOf = (values: fc.Arbitrary<string | number | null>, most: number) =>
  fc.record({ in: fc.array(values, { maxLength: most }) });
const whereOf = fc.record(
  {
    workspaceId: fc.constantFrom('w1', 'w2'),
    status: fc.oneof(
      orNull(fc.constantFrom('open', 'closed')),
      oneOf(orNull(fc.constantFrom('open', 'closed', 'never')), 3),
    ),
    sentAt: fc.oneof(orNull(text), range(text), beginning),
    name: fc.oneof(text, beginning),
    amount: fc.oneof(
      orNull(fc.constantFrom(0, 2)),
      range(fc.constantFrom(-2, 0, 3)),
      oneOf(orNull(fc.constantFrom(0, 2)), 2),
    ),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Where>;

const sortOf = fc.uniqueArray(
  fc.record({
    field: fc.constantFrom('status', 'sentAt', 'amount', 'name'),
    direction: fc.constantFrom('asc' as const, 'desc' as const),
  }),
  { selector: ({ field }) => field, maxLength: 3 },
);

const narrowedByOf = fc.subarray(['workspaceId', 'status', 'sentAt', 'amount']);
const requestsOf = fc.array(fc.tuple(whereOf, sortOf, fc.integer({ min: 1, max: 7 }), narrowedByOf), {
  minLength: 4,
  maxLength: 4,
});

export const pagingContract = (storeOf: () => ReadStore): void => {
  describe('page', () => {
    it('shows each row once, in order, forwards and backwards, whatever is asked', async () => {
      await fc.assert(
        fc.asyncProperty(rowsOf, requestsOf, async (made, requests) => {
          const [store, shape] = [storeOf(), freshCollection()];
          const collection = {
            ...shape,
            search: [],
            indexes: [...(shape.indexes ?? []), ['sentAt'], ['amount', 'name']],
          } as unknown as CollectionShape<Keyed>;
          const rows = new Map(made.map((row) => [row.key, { ...madeUpRow(), ...row }]));
          await store.ensure(collection);
          await commitRows(store, collection as unknown as CollectionShape<MadeUpRow>, Object.fromEntries(rows));
          for (const [where, sort, limit, narrowedBy] of requests) {
            expect(await walk(store, collection, { where, narrowedBy, sort }, limit)).toEqual(
              expectedKeys(rows, { where, sort }),
            );
          }
        }),
        { numRuns: 60 },
      );
    });

    const three = { a: madeUpRow({ amount: 1 }), b: madeUpRow({ amount: 2 }), c: madeUpRow({ amount: 3 }) };
    const byAmount = { where: { workspaceId: 'w1' }, sort: [{ field: 'amount', direction: 'asc' as const }], limit: 1 };

    it('goes on from a row that is not there any more', async () => {
      const [store, collection] = [storeOf(), freshCollection()];
      await store.ensure(collection);
      await commitRows(store, collection, three);
      const first = await pageOf(store, collection, byAmount);
      await commitRows(store, collection, { a: null });
      expect((await pageOf(store, collection, { ...byAmount, cursor: first.next ?? '' })).rows).toEqual([three.b]);
    });

    it('leads back from a page that has become empty', async () => {
      const [store, collection] = [storeOf(), freshCollection()];
      await store.ensure(collection);
      await commitRows(store, collection, three);
      const first = await pageOf(store, collection, { ...byAmount, limit: 2 });
      await commitRows(store, collection, { c: null });
      const empty = await pageOf(store, collection, { ...byAmount, limit: 2, cursor: first.next ?? '' });
      expect(empty).toMatchObject({ rows: [], next: null });
      expect((await pageOf(store, collection, { ...byAmount, limit: 2, cursor: empty.previous ?? '' })).rows).toEqual([
        three.a,
        three.b,
      ]);
    });

    it('refuses a cursor that is none, and a page of no or too many rows', async () => {
      const [store, collection] = [storeOf(), freshCollection()];
      await store.ensure(collection);
      for (const cursor of [
        '',
        'nonsense',
        Buffer.from('[0,0]').toString('base64url'),
        Buffer.from('{"a":1}').toString('base64url'),
      ]) {
        await expect(pageOf(store, collection, { ...byAmount, cursor })).rejects.toMatchObject({
          kind: 'invalid',
          details: { field: 'cursor' },
        });
      }
      const strange = { 'a b': 1, 'name"': 'x', "x' OR 1": 1 };
      for (const [field, value] of Object.entries(strange)) {
        const asked = { ...byAmount, where: { [field]: value } };
        await expect(pageOf(store, collection, asked)).rejects.toThrow('is no name for a field');
      }
      for (const limit of [0, 201, 1.5])
        await expect(pageOf(store, collection, { ...byAmount, limit })).rejects.toThrow('1 to 200');
    });
  });
};
