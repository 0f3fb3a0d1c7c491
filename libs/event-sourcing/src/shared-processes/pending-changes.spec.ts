import type { Position } from '../facts/fact';
import { PendingChanges, type PendingChange } from './pending-changes';

const compare = (a: Position, b: Position): number => Number(a) - Number(b);
const change = (position: number, workspaceId: string, ...keys: string[]): PendingChange => ({
  workspaceId,
  keys,
  position: String(position) as Position,
});
const upTo = (position: number): Position => String(position) as Position;

describe('changes that cannot be read yet', () => {
  it('are taken in their order when they can', () => {
    const pending = new PendingChanges(compare);
    for (const one of [change(1, 'w1', 'a'), change(2, 'w2', 'b'), change(5, 'w1', 'a')]) pending.add(one);
    expect(pending.take(null)).toEqual([]);
    expect(pending.take(upTo(3))).toEqual([change(1, 'w1', 'a'), change(2, 'w2', 'b')]);
    expect(pending.none).toBe(false);
    expect(pending.take(upTo(5))).toEqual([change(5, 'w1', 'a')]);
    expect(pending.none).toBe(true);
  });

  it('are put together by workspace when they become too many; none is lost, and none is told too early', () => {
    const pending = new PendingChanges(compare, 3);
    for (const one of [change(1, 'w1', 'a'), change(2, 'w2', 'b'), change(3, 'w1', 'c'), change(4, 'w1', 'a')])
      pending.add(one);
    expect(pending.take(upTo(1))).toEqual([]);
    expect(pending.take(upTo(2))).toEqual([change(2, 'w2', 'b')]);
    expect(pending.take(upTo(4))).toEqual([change(4, 'w1', 'a', 'c')]);
  });

  it('name each workspace and its newest position, with more workspaces than there is room for and a read model that stands still', () => {
    const pending = new PendingChanges(compare, 3);
    for (let position = 1; position <= 1_000; position += 1) {
      pending.add(change(position, `w${position % 10}`, `k${position % 20}`));
      expect(pending.take(upTo(0))).toEqual([]);
    }
    const told = pending.take(upTo(1_000));
    expect(told.length).toBeLessThanOrEqual(20);
    for (let index = 0; index < 10; index += 1) {
      const ofOne = told.filter(({ workspaceId }) => workspaceId === `w${index}`);
      expect([...new Set(ofOne.flatMap(({ keys }) => keys))].sort()).toEqual([`k${index}`, `k${index + 10}`].sort());
      expect(ofOne.at(-1)?.position).toBe(String(index === 0 ? 1_000 : 990 + index));
    }
    expect(pending.none).toBe(true);
  });
});
