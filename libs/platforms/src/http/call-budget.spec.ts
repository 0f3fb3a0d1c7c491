import fc from 'fast-check';
import { CallBudget, type MostCalls } from './call-budget';
import { passingLedger, type CallLedger } from './call-ledger';

const minute = 60_000;
const at = (ms: number): Date => new Date(Date.parse('2026-11-29T12:00:00Z') + ms);

describe('a budget of calls', () => {
  it('allows so many in any span, wherever it begins', async () => {
    const budget = new CallBudget({ calls: 10, everyMs: minute });
    const made: number[] = [];
    for (let ms = 0; ms < 10 * minute; ms += 1_700)
      if ((await budget.take(at(ms), 'essential')) === null) made.push(ms);
    expect(made.length).toBeGreaterThan(90);
    expect(mostInASpan(made, minute)).toBe(10);
  });

  it('says when there is room again', async () => {
    const budget = new CallBudget({ calls: 2, everyMs: minute });
    expect(await budget.take(at(0), 'essential')).toBeNull();
    expect(await budget.take(at(10_000), 'essential')).toBeNull();
    expect(await budget.take(at(20_000), 'essential')).toEqual(at(minute));
    expect(budget.left(at(20_000))).toBe(0);
    expect(await budget.take(at(minute), 'essential')).toBeNull();
    expect(await budget.take(at(minute), 'essential')).toEqual(at(minute + 10_000));
  });

  it('keeps the last calls for those without which a refresh would fail, and lets none set out before', async () => {
    const budget = new CallBudget({ calls: 100, everyMs: minute });
    const used = async (call: 'usual' | 'essential'): Promise<number> => {
      for (let count = 0; ; count += 1) if ((await budget.take(at(count), call)) !== null) return count;
    };
    for (let count = 0; count < 84; count += 1) await budget.take(at(count), 'usual');
    expect(budget.opensAt(at(84))).toBeNull();
    await budget.take(at(84), 'usual');
    expect(budget.opensAt(at(85))).toEqual(at(minute));
    expect(await used('usual')).toBe(10);
    expect(await used('essential')).toBe(5);
    expect(budget.left(at(90))).toBe(0);
  });

  it('is not used up for longer because the clock is set back', async () => {
    const budget = new CallBudget({ calls: 1, everyMs: minute });
    await budget.take(at(60 * minute), 'essential');
    expect(await budget.take(at(0), 'essential')).toEqual(at(minute));
    expect(await budget.take(at(minute), 'essential')).toBeNull();
  });

  it('is one for calls that are made at the same time', async () => {
    const budget = new CallBudget({ calls: 5, everyMs: minute });
    const taken = await Promise.all(Array.from({ length: 9 }, (_, n) => budget.take(at(n), 'essential')));
    expect(taken.filter((roomAt) => roomAt === null)).toHaveLength(5);
  });
});

describe('a budget of several processes', () => {
  it('is never exceeded by all of them together, also when one is started again', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 260 }),
        fc.array(fc.tuple(fc.nat(3), fc.nat(40), fc.boolean()), { minLength: 300, maxLength: 900 }),
        async (calls, asked) => {
          const most: MostCalls = { calls, everyMs: 5_000 };
          const ledger = passingLedger();
          const processes = [0, 1, 2].map(() => new CallBudget(most, ledger));
          const made: number[] = [];
          let now = 0;
          for (const [which, wait, essential] of asked) {
            now += wait;
            if (which === 3) processes[0] = new CallBudget(most, ledger);
            const budget = processes[which % 3] as CallBudget;
            if ((await budget.take(at(now), essential ? 'essential' : 'usual')) === null) made.push(now);
          }
          expect(mostInASpan(made, most.everyMs)).toBeLessThanOrEqual(calls);
        },
      ),
      { numRuns: 50 },
    ));

  it('is written for one call in a hundred, and given up to a twentieth when calls do not follow', async () => {
    const [most, ledger] = [{ calls: 9_000, everyMs: 24 * 60 * minute }, counted(passingLedger())];
    const budget = new CallBudget(most, ledger);
    for (let call = 0; call < 900; call += 1) await budget.take(at(call), 'usual');
    expect(ledger.changes).toBe(10);
    const another = new CallBudget(most, ledger);
    await another.take(at(1_000), 'usual');
    await budget.look();
    expect(budget.left(at(1_000))).toBe(9_000 - 900 - 90);
    expect(another.left(at(1_000))).toBe(9_000 - 900 - 1);
    expect(another.left(at(80 * minute))).toBe(9_000 - 900 - 90);
  });

  it('counts calls from the last time that they may be made, not from when they were set aside', async () => {
    const [most, ledger] = [{ calls: 200, everyMs: minute }, passingLedger()];
    const [one, other] = [new CallBudget(most, ledger), new CallBudget(most, ledger)];
    for (const ms of [0, 2_900]) expect(await one.take(at(ms), 'essential')).toBeNull();
    for (let call = 0; call < 198; call += 1) expect(await other.take(at(2_950), 'essential')).toBeNull();
    expect(await one.take(at(minute), 'essential')).toEqual(at(minute + 3_000));
    expect(await one.take(at(minute + 3_000), 'essential')).toBeNull();
  });

  it('is what was left, after a start', async () => {
    const [most, ledger] = [{ calls: 20, everyMs: minute }, passingLedger()];
    for (let call = 0; call < 20; call += 1) await new CallBudget(most, ledger).take(at(call), 'essential');
    const started = new CallBudget(most, ledger);
    expect(started.opensAt(at(100))).toBeNull();
    await started.look();
    expect(started.opensAt(at(100))).not.toBeNull();
    expect(await started.take(at(100), 'essential')).toEqual(at(minute));
  });

  it('is kept when it was made smaller meanwhile', async () => {
    const ledger = passingLedger();
    const larger = new CallBudget({ calls: 20, everyMs: minute }, ledger);
    for (let call = 0; call < 20; call += 1) await larger.take(at(call), 'essential');
    const smaller = new CallBudget({ calls: 5, everyMs: minute }, ledger);
    expect(await smaller.take(at(100), 'essential')).toEqual(at(minute + 15));
    expect(smaller.left(at(100))).toBe(0);
    expect(await smaller.take(at(minute + 100), 'essential')).toBeNull();
  });
});

const mostInASpan = (made: readonly number[], span: number): number =>
  Math.max(0, ...made.map((from) => made.filter((ms) => ms >= from && ms < from + span).length));

const counted = (ledger: CallLedger): CallLedger & { changes: number } => ({
  changes: 0,
  read: () => ledger.read(),
  change(change) {
    this.changes += 1;
    return ledger.change(change);
  },
});
