import fc from 'fast-check';
import { pageOf } from '../read-models/page-of';
import type { CollectionShape } from '../read-models/collection-shape';
import type { ReadStore } from '../read-models/read-store.port';
import { commitRows, expectedKeys, freshCollection, madeUpRow, type MadeUpRow } from './made-up-rows';
import { walk } from './read-store-paging.contract';

type Keyed = MadeUpRow & { readonly key: string };

const words = ['ada', 'adam', 'zoë', 'ZOE', 'smith', 'o’neill', 'example'];
const namesOf = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));

export const searchingContract = (storeOf: () => ReadStore): void => {
  describe('search', () => {
    const people: Readonly<Record<string, MadeUpRow>> = {
      ada: madeUpRow({ name: 'Ada Lovelace', email: 'ada.l@example.com', sentAt: '3' }),
      zoe: madeUpRow({ name: 'Zoë Müller-Ångström', email: 'z+news@beispiel.de', sentAt: '2' }),
      adam: madeUpRow({ name: 'ADAM Smith', email: 'smith@example.org', sentAt: '1', status: 'closed' }),
      other: madeUpRow({ name: 'Ada Other', email: 'ada@other.com', workspaceId: 'w2' }),
    };
    const named = Object.fromEntries(Object.entries(people).map(([key, row]) => [key, { ...row, key }]));

    const filled = async (): Promise<CollectionShape<Keyed>> => {
      const collection = freshCollection();
      await storeOf().ensure(collection);
      await commitRows(storeOf(), collection, named);
      return collection as unknown as CollectionShape<Keyed>;
    };
    const find = async (collection: CollectionShape<Keyed>, search: string, where = {}): Promise<readonly string[]> => {
      const sort = [{ field: 'sentAt', direction: 'desc' as const }];
      return (
        await pageOf(storeOf(), collection, { where: { workspaceId: 'w1', ...where }, search, sort, limit: 10 })
      ).rows.map(({ key }) => key);
    };

    it.each([
      ['ad', ['ada', 'adam']],
      ['ADA', ['ada', 'adam']],
      ['ada lov', ['ada']],
      ['lov ada', ['ada']],
      ['zoe', ['zoe']],
      ['ZOË mull', ['zoe']],
      ['angstrom', ['zoe']],
      ['ada.l@example.com', ['ada']],
      ['@example', ['ada', 'adam']],
      ['smith@', ['adam']],
      ['da', []],
      ['ada smith', ['adam']],
      ['lovelace smith', []],
      ['', ['ada', 'zoe', 'adam']],
      ['   ', ['ada', 'zoe', 'adam']],
      ['"ada" NEAR *', []],
      ["ada'); --", ['ada', 'adam']],
      ['%', []],
      ['_', []],
      ['🦄', []],
      ['""', []],
      [' - @ ', []],
      ['ada %', ['ada', 'adam']],
    ])('finds by beginnings of words, any case, without accents: %s', async (search, keys) => {
      expect(await find(await filled(), search)).toEqual(keys);
    });

    it.each([
      ['lukasz', 'Łukasz Nowak'],
      ['soren', 'Søren Kierkegaard'],
      ['yilmaz', 'Elif Yılmaz'],
      ['YILMAZ', 'Elif Yılmaz'],
      ['strauss', 'Johann Strauß'],
      ['strauß', 'Levi Strauss'],
      ['coeur', 'Jacques cœur'],
      ['nguyen duc', 'Nguyễn Đức'],
      ['đức', 'Duc Tran'],
      ['oneill', 'Sinéad O’Neill'],
      ["o'neill", 'Sinéad O’Neill'],
      ['annemarie', 'Anne-Marie Berg'],
      ['Anne Marie', 'Anne-Marie Berg'],
      ['galla', 'Gal·la Placídia'],
      ['美咲', '田中美咲'],
      ['中美', '田中美咲'],
      ['さき', 'たなかみさき'],
      ['サキ', 'タナカミサキ'],
      ['서윤', '김서윤'],
      ['ชาย', 'นายสมชาย'],
      ['tanaka', '田中tanaka'],
      ['中tan', '田中tanaka'],
    ])('finds by %s: %s', async (search, name) => {
      const collection = freshCollection();
      await storeOf().ensure(collection);
      const row = madeUpRow({ name, email: '', sentAt: '1' });
      const other = madeUpRow({ name: 'Other Person', email: '', sentAt: '1' });
      await commitRows(storeOf(), collection, {
        sought: { ...row, key: 'sought' },
        other: { ...other, key: 'other' },
      } as never);
      expect(await find(collection as unknown as CollectionShape<Keyed>, search)).toEqual(['sought']);
    });

    it.each([
      ['love', ['ada']],
      ['elac', ['ada']],
      ['ace ada', ['ada']],
      ['strom', ['zoe']],
      ['dam', ['adam']],
      ['am', ['ada', 'adam']],
      ['y', []],
      ['xample', ['ada', 'adam']],
      ['kkonstantinopolou', []],
    ])('finds inside of words where the collection says so: %s', async (search, keys) => {
      const collection = { ...freshCollection(), searchParts: true };
      await storeOf().ensure(collection);
      await commitRows(storeOf(), collection, named);
      expect(await find(collection as unknown as CollectionShape<Keyed>, search)).toEqual(keys);
    });

    it('goes by the first 25 words, each once, however many there are', async () => {
      const collection = await filled();
      const others = Array.from({ length: 1_000 }, (_, index) => `w${index}`).join(' ');
      expect(await find(collection, `ada ${others}`)).toEqual([]);
      expect(await find(collection, `${'ada lovelace '.repeat(100)}smith`)).toEqual([]);
      expect(await find(collection, `${'ada lovelace '.repeat(100)}example`)).toEqual(['ada']);
      expect(await find(collection, `${'a ad ada l lo lov love '.repeat(5)}\ufdfa`)).toEqual([]);
    });

    it('goes together with filters', async () => {
      const collection = await filled();
      expect(await find(collection, 'ad', { status: 'closed' })).toEqual(['adam']);
      expect(await find(collection, 'ad', { status: { in: ['open', 'closed'] } })).toEqual(['ada', 'adam']);
      expect(await find(collection, 'ad', { sentAt: { gte: '2' } })).toEqual(['ada']);
      expect(await find(collection, 'ad', { workspaceId: 'w2' })).toEqual(['other']);
    });

    it('follows what is changed and removed', async () => {
      const collection = await filled();
      const { ada, adam } = named as { ada: Keyed; adam: Keyed };
      await commitRows(storeOf(), collection as unknown as CollectionShape<MadeUpRow>, {
        ada: { ...ada, name: 'Augusta King' },
        adam: null,
      });
      expect(await find(collection, 'lovelace')).toEqual([]);
      expect(await find(collection, 'king')).toEqual(['ada']);
      expect(await find(collection, 'smith')).toEqual([]);
      await commitRows(storeOf(), collection as unknown as CollectionShape<MadeUpRow>, {
        adam: { ...adam, workspaceId: 'w2' },
      });
      expect(await find(collection, 'smith')).toEqual([]);
      expect(await find(collection, 'smith', { workspaceId: 'w2' })).toEqual(['adam']);
    });

    it('pages through what it finds in any order, with few and with many matches', async () => {
      const byTime = { field: 'sentAt', direction: 'desc' as const };
      const sortOf = fc.constantFrom([], [byTime], [{ field: 'amount', direction: 'asc' as const }, byTime]);
      const peopleOf = fc.array(namesOf, { maxLength: 300, minLength: 200 });
      await fc.assert(
        fc.asyncProperty(
          peopleOf,
          sortOf,
          fc.constantFrom('a', 'ada', 'zo sm', 'example'),
          async (names, sort, search) => {
            const collection = freshCollection();
            await storeOf().ensure(collection);
            const rowOf = (name: string, index: number) =>
              madeUpRow({ name, email: '', sentAt: index % 7 === 0 ? null : String(index % 5), amount: index % 3 });
            const rows = new Map(names.map((name, index) => [`k${index}`, rowOf(name, index)]));
            await commitRows(
              storeOf(),
              collection,
              Object.fromEntries([...rows].map(([key, row]) => [key, { ...row, key }])),
            );
            const folded = (name: string) => name.toLowerCase().replace('ë', 'e').replace('’', ' ').split(' ');
            const matches = (name: string) =>
              search.split(' ').every((part) => folded(name).some((word) => word.startsWith(part)));
            const matching = new Map([...rows].filter(([, { name }]) => matches(name)));
            const where = { workspaceId: 'w1' };
            const found = await walk(
              storeOf(),
              collection as unknown as CollectionShape<Keyed>,
              { where, sort, search },
              50,
            );
            expect(found).toEqual(expectedKeys(matching, { where, sort }));
          },
        ),
        { numRuns: 15 },
      );
    });
  });
};
