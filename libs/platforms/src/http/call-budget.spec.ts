import { CallBudget } from './call-budget';

const minute = 60_000;
const at = (ms: number): Date => new Date(Date.parse('2026-11-29T12:00:00Z') + ms);

describe('a budget of calls', () => {
  it('allows so many in any span, wherever it begins', () => {
    const budget = new CallBudget({ calls: 10, everyMs: minute });
    const made: number[] = [];
    for (let ms = 0; ms < 10 * minute; ms += 1_700) if (budget.take(at(ms), 'essential') === null) made.push(ms);
    expect(made.length).toBeGreaterThan(90);
    for (const from of made) expect(made.filter((ms) => ms >= from && ms < from + minute).length).toBeLessThan(11);
  });

  it('says when there is room again', () => {
    const budget = new CallBudget({ calls: 2, everyMs: minute });
    expect(budget.take(at(0), 'essential')).toBeNull();
    expect(budget.take(at(10_000), 'essential')).toBeNull();
    expect(budget.take(at(20_000), 'essential')).toEqual(at(minute));
    expect(budget.left(at(20_000))).toBe(0);
    expect(budget.take(at(minute), 'essential')).toBeNull();
    expect(budget.take(at(minute), 'essential')).toEqual(at(minute + 10_000));
  });

  it('keeps the last calls for those without which a refresh would fail, and lets none set out before', () => {
    const budget = new CallBudget({ calls: 100, everyMs: minute });
    const used = (call: 'usual' | 'essential'): number => {
      for (let count = 0; ; count += 1) if (budget.take(at(count), call) !== null) return count;
    };
    for (let count = 0; count < 84; count += 1) budget.take(at(count), 'usual');
    expect(budget.opensAt(at(84))).toBeNull();
    budget.take(at(84), 'usual');
    expect(budget.opensAt(at(85))).toEqual(at(minute));
    expect(used('usual')).toBe(10);
    expect(used('essential')).toBe(5);
    expect(budget.left(at(90))).toBe(0);
  });

  it('is not used up for longer because the clock is set back', () => {
    const budget = new CallBudget({ calls: 1, everyMs: minute });
    budget.take(at(60 * minute), 'essential');
    expect(budget.take(at(0), 'essential')).toEqual(at(minute));
    expect(budget.take(at(minute), 'essential')).toBeNull();
  });
});
