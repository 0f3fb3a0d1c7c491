import { TurnsByAccount } from './turns-by-account';

describe('turns by account', () => {
  const waiting = (...keys: readonly string[]) => {
    const turns = new TurnsByAccount<{ account: string; key: string }>();
    for (const key of keys) turns.set(key, { account: key.charAt(0), key });
    return turns;
  };
  const taken = (turns: Pick<ReturnType<typeof waiting>, 'heads' | 'delete'>): string[] => {
    const order: string[] = [];
    for (let [next] = turns.heads(); next !== undefined; [next] = turns.heads()) {
      order.push(next[0]);
      turns.delete(next[0]);
    }
    return order;
  };

  it('take the first of each before the second of any', () => {
    expect(taken(waiting('a1', 'a2', 'a3', 'b1', 'c1', 'c2'))).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
  });

  it('take the newest of an account first, whenever it came', () => {
    const turns = new TurnsByAccount<{ account: string; key: string; publishedAt?: string }>();
    const days = {
      a1: '2026-11-03',
      a2: '2026-11-01',
      b1: '2026-01-01',
      a3: '2026-11-09',
      a4: undefined,
      a5: '2026-11-09',
    };
    for (const [key, publishedAt] of Object.entries(days))
      turns.set(key, { account: key.charAt(0), key, ...(publishedAt && { publishedAt }) });
    turns.set('a2', { account: 'a', key: 'a2', publishedAt: '2026-12-01' });
    expect(taken(turns)).toEqual(['a2', 'b1', 'a3', 'a5', 'a1', 'a4']);
  });

  it('know what waits, and how much', () => {
    const turns = waiting('a1', 'b1', 'a1');
    expect([turns.size, turns.has('a1'), turns.has('a2')]).toEqual([2, true, false]);
    expect([...turns].map(([key]) => key)).toEqual(['a1', 'b1']);
    turns.delete('x1');
    turns.clear();
    expect([turns.size, [...turns]]).toEqual([0, []]);
  });
});
