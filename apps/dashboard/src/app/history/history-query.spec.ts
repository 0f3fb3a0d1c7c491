import { convertToParamMap } from '@angular/router';
import { asQuery, endingBy, readHistoryView } from './history-query';

const query = (address: Record<string, string>) => asQuery(readHistoryView(convertToParamMap(address)));

describe('the history’s state in the address', () => {
  it('is what people did and connected when the address says nothing', () =>
    expect(query({})).toEqual({ kind: 'invites,connections,people', grouped: '1' }));

  it('is everything, with a line per refresh, when asked for or narrowed by something else', () => {
    for (const address of [{ kind: 'all' }, { search: 'noa' }, { actor: 'm1' }, { subject: 'a1' }])
      expect(query(address)).toMatchObject({ grouped: '1' });
    expect(query({ kind: 'refreshes' })).toEqual({ kind: 'refreshes', grouped: '1' });
    expect(query({ correlation: 'c1' })).toEqual({ correlation: 'c1' });
    expect(query({ person: 'i1' })).toEqual({ person: 'i1', kind: 'invites,connections,people', grouped: '1' });
  });

  it('reads what it knows, days as days of the viewer', () => {
    expect(
      query({
        kind: 'figures',
        search: ' noa ',
        person: 'i1',
        actor: 'm1',
        subject: 'a1',
        correlation: 'c1',
        from: '2026-11-01',
        to: '2026-11-02',
      }),
    ).toEqual({
      kind: 'figures',
      search: 'noa',
      person: 'i1',
      actor: 'm1',
      subject: 'a1',
      correlation: 'c1',
      from: new Date('2026-11-01T00:00:00').toISOString(),
      to: new Date('2026-11-03T00:00:00').toISOString(),
    });
  });

  it('ends where the moment that is shown does, or before', () => {
    const [early, late] = ['2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z'];
    expect([
      endingBy({}, undefined),
      endingBy({}, late),
      endingBy({ to: early }, late),
      endingBy({ to: late, kind: 'figures' }, early),
      endingBy({ to: early }, undefined),
    ]).toEqual([{}, { to: late }, { to: early }, { to: early, kind: 'figures' }, { to: early }]);
  });

  it.each([
    { kind: 'gossip' },
    { person: '../x' },
    { from: 'yesterday' },
    { to: '2026-13-40' },
    { search: ' ' },
    { subject: 'x'.repeat(65) },
  ])('ignores what it does not know: %j', (address) =>
    expect(query(address as unknown as Record<string, string>)).toEqual(query({})),
  );
});
