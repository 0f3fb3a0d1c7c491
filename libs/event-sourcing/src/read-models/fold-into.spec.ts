import type { Position } from '../facts/fact';
import { projection } from './projection';
import { recorded } from '../testing/recorded';
import { closed, commented, deleted, opened, type TicketFact, ticketList } from '../testing/ticket.fixtures';
import { foldBatch } from './fold-into';

const compare = (a: Position, b: Position): number => Number(a) - Number(b);
const at = (place: number): { position: Position } => ({ position: String(place) as Position });
const row = {
  workspaceId: 'workspace-1',
  title: 'It does not start',
  reporter: 'Ada Lovelace',
  status: 'open' as const,
  comments: 0,
  openedAt: '2026-01-15T09:00:00.000Z',
};

describe('folding a batch', () => {
  it('writes each row once, however many facts change it', () => {
    const facts = [
      recorded(opened('a'), at(1)),
      recorded(opened('b'), at(2)),
      recorded(commented('a'), at(3)),
      recorded(closed('a'), at(4)),
    ];
    const { changes, touched } = foldBatch(ticketList, facts, new Map(), compare);
    expect(changes).toEqual([
      { key: 'a', row: { ...row, comments: 1, status: 'closed' }, position: '4' },
      { key: 'b', row, position: '2' },
    ]);
    expect(touched).toEqual(new Map([['workspace-1', ['a', 'b']]]));
  });

  it('goes on from the stored row, and passes over what it has in it already', () => {
    const loaded = new Map([['a', { row, position: '5' as Position }]]);
    const { changes } = foldBatch(
      ticketList,
      [recorded(commented('a'), at(5)), recorded(commented('a'), at(6))],
      loaded,
      compare,
    );
    expect(changes).toEqual([{ key: 'a', row: { ...row, comments: 1 }, position: '6' }]);
    expect(foldBatch(ticketList, [recorded(commented('a'), at(4))], loaded, compare)).toEqual({
      changes: [],
      touched: new Map(),
    });
  });

  it('removes, and makes anew', () => {
    const loaded = new Map([['a', { row, position: '1' as Position }]]);
    expect(foldBatch(ticketList, [recorded(deleted('a'), at(2))], loaded, compare).changes).toEqual([
      { key: 'a', row: null, position: '2' },
    ]);
    expect(
      foldBatch(ticketList, [recorded(deleted('a'), at(2)), recorded(opened('a'), at(3))], loaded, compare).changes,
    ).toEqual([{ key: 'a', row, position: '3' }]);
  });

  it('changes several rows by one fact, or none, and tells workspaces apart', () => {
    const spread = projection<{ n: number }, TicketFact>({
      name: 'spread',
      version: 1,
      streams: ['ticket-'],
      on: ['TicketCommented'],
      fields: {},
      key: (fact) => (fact.data.ticketId === 'none' ? null : [fact.data.ticketId, 'total', 'total']),
      project: (before) => ({ n: (before?.n ?? 0) + 1 }),
    });
    const facts = [
      recorded(commented('a'), at(1)),
      recorded(commented('none'), at(2)),
      recorded(commented('b'), { ...at(3), workspaceId: 'w2' }),
    ] as Parameters<typeof foldBatch<{ n: number }, TicketFact>>[1];
    const { changes, touched } = foldBatch(spread, facts, new Map(), compare);
    expect(changes.map(({ key, row: made }) => [key, made])).toEqual([
      ['a', { n: 1 }],
      ['total', { n: 2 }],
      ['b', { n: 1 }],
    ]);
    expect(touched).toEqual(
      new Map([
        ['workspace-1', ['a', 'total']],
        ['w2', ['b', 'total']],
      ]),
    );
  });

  it('says at which fact a projection threw', () => {
    const broken: typeof ticketList = {
      ...ticketList,
      project: () => {
        throw new Error('no such thing');
      },
    };
    const fact = recorded(opened('a'), at(7));
    expect(() => foldBatch(broken, [fact], new Map(), compare)).toThrow(
      expect.objectContaining({ message: 'no such thing', fact }),
    );
  });
});
