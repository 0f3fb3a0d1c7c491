import type { Position } from '../fact';
import { Unfinished } from './unfinished';

const at = (place: number): Position => String(place) as Position;

describe('unfinished facts', () => {
  it('never let the mark pass the oldest of them', () => {
    const unfinished = new Unfinished(10);
    unfinished.startAt(at(5));
    const [first, second, third] = [unfinished.add(at(6)), unfinished.add(at(8)), unfinished.add(at(9))];
    unfinished.lookedThrough(at(12));
    expect(unfinished.lowWater).toBe(at(5));
    second();
    expect(unfinished.lowWater).toBe(at(5));
    first();
    expect(unfinished.lowWater).toBe(at(8));
    third();
    expect(unfinished.lowWater).toBe(at(12));
  });

  it('start before the first fact', () => {
    const unfinished = new Unfinished(10);
    unfinished.startAt(null);
    const finish = unfinished.add(at(1));
    expect(unfinished.lowWater).toBeNull();
    finish();
    expect(unfinished.lowWater).toBe(at(1));
  });

  it('make whoever brings more wait for room', async () => {
    const unfinished = new Unfinished(2);
    unfinished.startAt(null);
    const finish = unfinished.add(at(1));
    unfinished.add(at(2));
    const passed: string[] = [];
    const waiting = unfinished.room().then(() => passed.push('room'));
    await Promise.resolve();
    expect(passed).toEqual([]);
    finish();
    await waiting;
    unfinished.add(at(3));
    const released = unfinished.room();
    unfinished.release();
    await released;
  });
});
