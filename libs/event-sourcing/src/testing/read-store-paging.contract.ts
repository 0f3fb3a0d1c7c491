import fc from 'fast-check';
import type { CollectionShape, PageRequest, ReadStore, Where } from '../read-store.port';
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
  let page = await store.page(collection, { ...request, limit });
  for (;;) {
    pages.push(page.rows.map(({ key }) => key));
    if (page.next === null) break;
    page = await store.page(collection, { ...request, limit, cursor: page.next });
  }
  const back: string[][] = [pages.at(-1) ?? []];
  while (page.previous !== null) {
    page = await store.page(collection, { ...request, limit, cursor: page.previous });
    back.unshift(page.rows.map(({ key }) => key));
  }
  expect(back).toEqual(pages);
  for (const full of pages.slice(0, -1)) expect(full).toHaveLength(limit);
  return pages.flat();
};

const text = fc.constantFrom('', 'a', 'b', 'B', 'é', '\u{1F680}', '\uFFFD');
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

const range = (values: fc.Arbitrary<string | number>) => fc.record({ gte: values, lt: values }, { requiredKeys: [] });
const oneOf = (values: fc.Arbitrary<string | number | null>, most: number) =>
  fc.record({ in: fc.array(values, { maxLength: most }) });
const whereOf = fc.record(
  {
    workspaceId: fc.constantFrom('w1', 'w2'),
    status: fc.oneof(
      orNull(fc.constantFrom('open', 'closed')),
      oneOf(orNull(fc.constantFrom('open', 'closed', 'never')), 3),
    ),
    sentAt: fc.oneof(orNull(text), range(text)),
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

const requestsOf = fc.array(fc.tuple(whereOf, sortOf, fc.integer({ min: 1, max: 7 })), { minLength: 4, maxLength: 4 });

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
          for (const [where, sort, limit] of requests) {
            expect(await walk(store, collection, { where, sort }, limit)).toEqual(expectedKeys(rows, { where, sort }));
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
      const first = await store.page(collection, byAmount);
      await commitRows(store, collection, { a: null });
      expect((await store.page(collection, { ...byAmount, cursor: first.next ?? '' })).rows).toEqual([three.b]);
    });

    it('leads back from a page that has become empty', async () => {
      const [store, collection] = [storeOf(), freshCollection()];
      await store.ensure(collection);
      await commitRows(store, collection, three);
      const first = await store.page(collection, { ...byAmount, limit: 2 });
      await commitRows(store, collection, { c: null });
      const empty = await store.page(collection, { ...byAmount, limit: 2, cursor: first.next ?? '' });
      expect(empty).toMatchObject({ rows: [], next: null });
      expect((await store.page(collection, { ...byAmount, limit: 2, cursor: empty.previous ?? '' })).rows).toEqual([
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
        await expect(store.page(collection, { ...byAmount, cursor })).rejects.toMatchObject({
          kind: 'invalid',
          details: { field: 'cursor' },
        });
      }
      for (const limit of [0, 201, 1.5])
        await expect(store.page(collection, { ...byAmount, limit })).rejects.toThrow('1 to 200');
    });
  });
};
