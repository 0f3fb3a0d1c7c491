import type { Position } from '@linkage/event-sourcing';
import { NewestPosition } from './newest-position';

const at = (position: number): Position => `${position}` as Position;

describe('the newest position of the log', () => {
  const newestOf = (newest: number | null) => {
    const ask = jest.fn(async () => (newest === null ? null : at(newest)));
    return { ask, positions: new NewestPosition(ask) };
  };

  it('comes before a checkpoint behind the newest event', async () => {
    const { positions } = newestOf(13_666_753);
    expect(await positions.within(at(13_670_330))).toBe(at(13_666_753));
  });

  it('leaves a checkpoint that reading can reach', async () => {
    const { positions } = newestOf(13_666_753);
    expect(await positions.within(at(12_000_000))).toBe(at(12_000_000));
  });

  it('is not asked for where an event was seen at or behind the checkpoint', async () => {
    const { positions, ask } = newestOf(null);
    positions.seen(at(900));
    positions.seen(at(300));
    expect(await positions.within(at(900))).toBe(at(900));
    expect(ask).not.toHaveBeenCalled();
  });

  it('is asked for again when the log went on', async () => {
    const { positions, ask } = newestOf(1_000);
    positions.seen(at(500));
    expect(await positions.within(at(800))).toBe(at(800));
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is nowhere in an empty log', async () => {
    const { positions } = newestOf(null);
    expect(await positions.within(at(5))).toBeNull();
  });
});
