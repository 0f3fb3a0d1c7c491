import { readHistoryFilter, readHistoryParameters, sentenceText } from './history';

const id = '01936000-0000-7000-8000-000000000001';

describe('parameters of the history', () => {
  it('are read as they came', () => {
    const query = {
      kind: 'invites',
      actor: id,
      person: id,
      subject: id,
      correlation: id,
      from: '2026-11-01',
      to: '2026-11-02',
      search: ' noa ',
      direction: 'asc',
      cursor: 'c',
      limit: '10',
    };
    expect(readHistoryParameters(query)).toEqual({
      kind: 'invites',
      actor: id,
      person: id,
      subject: id,
      correlation: id,
      from: '2026-11-01T00:00:00.000Z',
      until: '2026-11-03T00:00:00.000Z',
      search: 'noa',
      direction: 'asc',
      cursor: 'c',
      limit: 10,
    });
  });

  it('take several kinds, in their own order', () => {
    expect(readHistoryFilter({ kind: 'people,invites,gossip' })).toEqual({ kinds: ['invites', 'people'] });
    expect(readHistoryFilter({ kind: 'gossip,invites' })).toEqual({ kind: 'invites' });
  });

  it('take times with their offset, to the millisecond', () => {
    expect(readHistoryFilter({ from: '2026-11-01T02:00:00+02:00', to: '2026-11-01T00:00:00.001Z' })).toEqual({
      from: '2026-11-01T00:00:00.000Z',
      until: '2026-11-01T00:00:00.001Z',
    });
  });

  it.each([
    ['an unknown kind', { kind: 'gossip' }],
    ['no date', { from: 'yesterday', to: '2026-13-45' }],
    ['a day that there is not', { from: '2026-02-29', to: '2026-11-31T00:00:00Z' }],
    ['a time without an offset', { from: '2026-11-01T10:00:00' }],
    ['what is no id', { actor: '../x', person: ['a', 'b'], subject: 'x'.repeat(65), correlation: '' }],
    ['an unknown direction', { direction: 'sideways' }],
  ])('are left out when they cannot be understood: %s', (_what, query) => expect(readHistoryFilter(query)).toEqual({}));

  it.each([
    ['101', 100],
    ['0', 50],
    ['7', 7],
  ])('limit %s is %i', (limit, is) => expect(readHistoryParameters({ limit }).limit).toBe(is));
});

it('a sentence reads as plain text', () =>
  expect(sentenceText([{ text: 'Mara' }, { text: ' invited ' }, { text: 'Noa', about: { is: 'creator', id } }])).toBe(
    'Mara invited Noa',
  ));
