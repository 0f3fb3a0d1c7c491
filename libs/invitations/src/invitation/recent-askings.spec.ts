import type { Position } from '@linkage/event-sourcing';
import fc from 'fast-check';
import { askedAt, DAY_MS, MINUTE_MS, nothingAsked, type Asked } from './mail-quota';
import { RecentAskings, type Asking } from './recent-askings';

const compare = (a: Position, b: Position): number => Number(a) - Number(b);
const at = (position: number): Position => String(position) as Position;
const rowAt = (position: number): Asked & { upTo: Position } => ({ ...nothingAsked, upTo: at(position) });
const sum = ({ minutes }: Asked): number => Object.values(minutes).reduce((all, one) => all + one, 0);
const one = new Map([['w', 1]]);

describe('mails that this process asked for', () => {
  it('count while they are written, and after that until the row has them', () => {
    const recent = new RecentAskings(compare);
    const asking = recent.add(1, one);
    expect(sum(recent.with('w', rowAt(9)))).toBe(1);
    recent.written(asking, at(10));
    expect(sum(recent.with('w', rowAt(9)))).toBe(1);
    expect(sum(recent.with('w', undefined))).toBe(1);
    expect(sum(recent.with('w', rowAt(10)))).toBe(0);
    expect(sum(recent.with('other', rowAt(9)))).toBe(0);
  });

  it('count no more once nothing was recorded, or it is undone', () => {
    const recent = new RecentAskings(compare);
    recent.forget(recent.add(1, one));
    recent.written(recent.add(1, one), at(3));
    recent.forgetAt(at(3));
    expect(recent.with('w', undefined)).toBe(nothingAsked);
  });

  it('count as many as were recorded of those that were reserved', () => {
    const recent = new RecentAskings(compare);
    recent.written(recent.add(1, new Map([['w', 50]])), at(3), new Map([['w', 20]]));
    expect(sum(recent.with('w', rowAt(2)))).toBe(20);
  });

  it('are forgotten a minute after the row had them, or a day after the asking', () => {
    const recent = new RecentAskings(compare);
    recent.written(recent.add(0, one), at(1));
    recent.written(recent.add(0, one), at(2));
    recent.sweep(at(1), MINUTE_MS);
    expect(sum(recent.with('w', undefined))).toBe(1);
    recent.sweep(at(1), DAY_MS);
    expect(sum(recent.with('w', undefined))).toBe(0);
  });

  it('add up as if each were looked at, whatever the order of their facts and where the row stands', () => {
    const step = fc.record({
      pause: fc.nat(20_000),
      position: fc.option(fc.nat(2_000), { freq: 8 }),
      count: fc.integer({ min: 1, max: 3 }),
      isForgotten: fc.boolean(),
    });
    const check = fc.property(fc.array(step, { maxLength: 700 }), fc.nat(2_000), (steps, upTo) => {
      const recent = new RecentAskings(compare);
      const left: { at: number; position: number | null; count: number }[] = [];
      let now = 0;
      for (const { pause, position, count, isForgotten } of steps) {
        now += pause;
        const asking: Asking = recent.add(now, new Map([['w', count]]));
        if (position !== null) recent.written(asking, at(position));
        if (isForgotten) recent.forget(asking);
        else left.push({ at: now, position, count });
      }
      const missing = left.filter(({ position }) => position === null || position > upTo);
      const expected = missing.reduce<Asked>(
        (all, { at: when, count }) => askedAt(all, when, DAY_MS, count),
        rowAt(upTo),
      );
      const asked = recent.with('w', rowAt(upTo));
      expect(asked.minutes).toEqual(expected.minutes);
    });
    fc.assert(check, { numRuns: 60 });
  });
});
