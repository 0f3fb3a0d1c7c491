import { history } from './history.projection';
import { branchesOf, cursorAt, momentAt, pageRequest } from './history-page';

const named = { creators: ['noa', 'nora'], members: ['mara'], rest: '' };
const nobody = { creators: [], members: [], rest: '' };
const allKinds = { in: ['invites', 'connections', 'refreshes', 'figures', 'people'] };
const wheres = (...given: Parameters<typeof branchesOf>) => branchesOf(...given).map(({ where }) => where);

describe('a filter, as walks through the rows', () => {
  it.each([
    [{}, { kind: allKinds }, []],
    [{ kind: 'invites' }, { kind: 'invites' }, []],
    [{ actor: 'mara' }, { actor: 'mara', kind: allKinds }, []],
    [{ person: 'noa' }, { person: 'noa' }, []],
    [{ person: 'noa', kind: 'figures' }, { person: 'noa', kind: 'figures' }, []],
    [{ subject: 'acc' }, { subject: 'acc', kind: allKinds }, []],
    [
      { subject: 'acc', person: 'noa', actor: 'mara' },
      { subject: 'acc', kind: allKinds, person: 'noa', actor: 'mara' },
      ['person', 'actor'],
    ],
    [{ person: 'noa', actor: 'mara', kind: 'invites' }, { person: 'noa', kind: 'invites', actor: 'mara' }, ['actor']],
    [
      { correlation: 'c', kind: 'invites', subject: 'acc' },
      { correlation: 'c', kind: 'invites', subject: 'acc' },
      ['subject', 'kind'],
    ],
  ] as const)('%j', (filter, where, narrowedBy) =>
    expect(branchesOf('w', filter, undefined, nobody)).toEqual([{ where: { workspaceId: 'w', ...where }, narrowedBy }]),
  );

  it('looks one thing up by an index that a collection declares, and goes on in its order', () => {
    const filters = [
      {},
      { actor: 'a' },
      { person: 'p' },
      { person: 'p', kind: 'figures' },
      { subject: 's' },
      { correlation: 'c' },
      { subject: 's', actor: 'a', person: 'p' },
      { search: 'noa' },
      { search: 'noa', kind: 'invites' },
      { search: 'noa', actor: 'mara' },
      { search: 'noa', subject: 's' },
    ] as const;
    for (const filter of filters) {
      for (const { where, narrowedBy = [] } of branchesOf('w', filter, undefined, named)) {
        const looked = Object.entries(where)
          .filter(([field]) => !narrowedBy.includes(field))
          .filter(
            ([, wanted]) =>
              typeof wanted === 'string' || (typeof wanted === 'object' && wanted !== null && 'in' in wanted),
          )
          .map(([field]) => field);
        const fits = history.collection.indexes!.some(
          (index) =>
            index.length === looked.length + 1 &&
            index.at(-1) === 'moment' &&
            looked.every((field) => index.includes(field as never)),
        );
        expect({ filter, looked, fits }).toEqual({ filter, looked, fits: true });
      }
    }
  });

  it('goes on after a moment, within the time wanted', () => {
    const time = { from: '2026-01-01', until: '2026-02-01' };
    expect(wheres('w', time, undefined, nobody)).toMatchObject([{ moment: { gte: '2026-01-01', lt: '2026-02-01' } }]);
    expect(wheres('w', time, '2026-01-15/1/x', nobody)).toMatchObject([
      { moment: { gte: '2026-01-01', lt: '2026-01-15/1/x' } },
    ]);
    expect(wheres('w', { ...time, direction: 'asc' }, '2026-01-15/1/x', nobody)).toMatchObject([
      { moment: { gt: '2026-01-15/1/x', lt: '2026-02-01' } },
    ]);
    expect(wheres('w', { ...time, direction: 'asc' }, '2025-12-31/1/x', nobody)).toMatchObject([
      { moment: { gte: '2026-01-01', lt: '2026-02-01' } },
    ]);
    expect(wheres('w', {}, undefined, nobody)[0]).not.toHaveProperty('moment');
  });

  it('a search finds who is named, who did it, and the words themselves', () => {
    expect(branchesOf('w', { search: 'n' }, undefined, named)).toEqual([
      ...allKinds.in.map((kind) => ({ where: { workspaceId: 'w', kind }, narrowedBy: [], search: `${kind} n` })),
      { where: { workspaceId: 'w', person: { in: ['noa', 'nora'] } }, narrowedBy: [] },
      { where: { workspaceId: 'w', actor: 'mara', kind: allKinds }, narrowedBy: [] },
    ]);
  });

  it('looks for words in each kind alone, so that no kind is walked through for a word that none of its facts has', () => {
    expect(branchesOf('w', { search: 'n', kind: 'figures' }, undefined, nobody)).toEqual([
      { where: { workspaceId: 'w', kind: 'figures' }, narrowedBy: [], search: 'figures n' },
    ]);
    expect(branchesOf('w', { search: 'n', actor: 'a' }, undefined, nobody)).toHaveLength(5);
    expect(branchesOf('w', { search: 'n', correlation: 'c', kind: 'figures' }, undefined, nobody)).toEqual([
      { where: { workspaceId: 'w', correlation: 'c', kind: 'figures' }, narrowedBy: ['kind'], search: 'n' },
    ]);
  });

  it('never lets the name of a kind stand for signs that are no word', () => {
    expect(branchesOf('w', { search: '%' }, undefined, nobody)).toEqual([
      { where: { workspaceId: 'w', kind: allKinds }, narrowedBy: [], search: '%' },
    ]);
  });

  it('looks for the words that are no names in the facts of the named persons', () => {
    expect(
      branchesOf('w', { search: 'noa password' }, undefined, { creators: ['noa'], members: [], rest: 'password' }).at(
        -1,
      ),
    ).toEqual({ where: { workspaceId: 'w', person: { in: ['noa'] } }, narrowedBy: [], search: 'password' });
  });

  it('a search stays within the other filters', () => {
    expect(wheres('w', { search: 'n', person: 'nora' }, undefined, named)).toEqual([
      { workspaceId: 'w', person: 'nora' },
      { workspaceId: 'w', person: { in: ['nora'] } },
      { workspaceId: 'w', person: 'nora', actor: 'mara' },
    ]);
    expect(wheres('w', { search: 'n', person: 'tom', actor: 'kim' }, undefined, named)).toHaveLength(1);
    expect(wheres('w', { search: 'n', actor: 'mara' }, undefined, named)[5]).toEqual({
      workspaceId: 'w',
      person: { in: ['noa', 'nora'] },
      actor: 'mara',
    });
  });

  it('asks for the newest first unless told otherwise', () => {
    expect(pageRequest({ where: {} }, undefined, 5)).toEqual({
      where: {},
      sort: [{ field: 'moment', direction: 'desc' }],
      limit: 5,
    });
    expect(pageRequest({ where: {}, search: 'x' }, 'asc', 5)).toEqual({
      where: {},
      search: 'x',
      sort: [{ field: 'moment', direction: 'asc' }],
      limit: 5,
    });
  });

  it('a cursor leads back to its moment, and nothing else does', () => {
    expect(momentAt(cursorAt('2026-01-15T09:00:00.000Z/000000004/f'))).toBe('2026-01-15T09:00:00.000Z/000000004/f');
    for (const other of ['', 'x', Buffer.from('[0,0,"k"]').toString('base64url')])
      expect(momentAt(other)).toBeUndefined();
  });
});
