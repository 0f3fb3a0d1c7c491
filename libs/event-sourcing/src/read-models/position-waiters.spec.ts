import type { Position } from '../facts/fact';
import { PositionWaiters } from './position-waiters';

const at = (position: string): Position => position as unknown as Position;

describe('waiting for a position', () => {
  const waiters = (): PositionWaiters => new PositionWaiters((one, other) => Number(one) - Number(other));

  it('ends when the position is reached', async () => {
    const waiting = waiters();
    const reached = waiting.wait(at('5'), 10_000);
    waiting.arrivedAt(at('4'));
    waiting.arrivedAt(at('5'));
    expect(await reached).toBe(true);
    expect(waiting.none).toBe(true);
  });

  it('is over at once when the time was up before, and no timer is set below zero', async () => {
    const set = jest.spyOn(globalThis, 'setTimeout');
    try {
      expect(await waiters().wait(at('5'), -3)).toBe(false);
      expect(set.mock.calls.map(([, milliseconds]) => milliseconds)).toEqual([0]);
    } finally {
      set.mockRestore();
    }
  });
});
