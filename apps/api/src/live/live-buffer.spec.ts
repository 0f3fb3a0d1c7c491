import type { Position } from '@linkage/event-sourcing';
import { LiveBuffer, type Remembered } from './live-buffer';

const at = (position: number): Position => String(position) as Position;
const told = (position: number, workspaceId = 'w1'): Remembered => ({
  position: at(position),
  workspaceId,
  event: { event: 'changed', data: { list: 'invitations', ids: [`of-${position}`] } },
});
const numbersOf = (events: readonly Remembered[] | undefined): number[] | undefined =>
  events?.map(({ position }) => Number(position));

const bufferFrom = (after: number | null, most?: number): LiveBuffer => {
  const buffer = new LiveBuffer((a, b) => Number(a) - Number(b), most);
  buffer.begin(after === null ? null : at(after));
  return buffer;
};

describe('what browsers may have missed', () => {
  it('is nothing for one that comes before the first fact and stays', () => {
    expect(bufferFrom(null).since(null, 'w1')).toEqual([]);
  });
  it('is everything of their workspace after what they have heard', () => {
    const buffer = bufferFrom(null);
    for (const event of [told(1), told(2, 'w2'), told(3), told(4, 'w2')]) buffer.add(event);
    expect(numbersOf(buffer.since(null, 'w1'))).toEqual([1, 3]);
    expect(numbersOf(buffer.since(at(1), 'w1'))).toEqual([3]);
    expect(numbersOf(buffer.since(at(2), 'w1'))).toEqual([3]);
    expect(numbersOf(buffer.since(at(4), 'w1'))).toEqual([]);
  });
  it('is told in the order of telling, also where a slow read model comes late', () => {
    const buffer = bufferFrom(2);
    for (const event of [told(5), told(5), told(3)]) buffer.add(event);
    expect(numbersOf(buffer.since(at(2), 'w1'))).toEqual([5, 5, 3]);
    expect(numbersOf(buffer.since(at(3), 'w1'))).toEqual([5, 5]);
  });
  it('cannot be told to one that has seen no more than what may have changed without a fact', () => {
    const buffer = bufferFrom(1);
    for (const event of [told(3), told(5)]) buffer.add(event);
    buffer.expire(at(3));
    expect([buffer.since(null, 'w1'), buffer.since(at(2), 'w1'), buffer.since(at(3), 'w1')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(numbersOf(buffer.since(at(4), 'w1'))).toEqual([5]);
  });
  it('can be told to one that heard the rest from another process, also from one that is ahead', () => {
    const buffer = bufferFrom(10);
    buffer.add(told(12));
    expect(numbersOf(buffer.since(at(11), 'w1'))).toEqual([12]);
    expect(numbersOf(buffer.since(at(99), 'w1'))).toEqual([]);
  });
  it('is unknown from before this process, when it is forgotten, and before the beginning is known', () => {
    const buffer = bufferFrom(1, 2);
    expect(buffer.since(null, 'w1')).toBeUndefined();
    expect(buffer.since(at(1), 'w1')).toEqual([]);
    for (const event of [told(2), told(3), told(4)]) buffer.add(event);
    expect(buffer.since(at(1), 'w1')).toBeUndefined();
    expect(numbersOf(buffer.since(at(2), 'w1'))).toEqual([3, 4]);
    expect(new LiveBuffer((a, b) => Number(a) - Number(b)).since(at(9), 'w1')).toBeUndefined();
  });
});
