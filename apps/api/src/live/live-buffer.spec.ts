import { LiveBuffer, type Remembered } from './live-buffer';

const told = (id: string, workspaceId = 'w1'): Remembered => ({ id, workspaceId, event: { event: 'changed', data: { list: 'invitations', ids: [`of-${id}`] } } });
const idsOf = (events: readonly Remembered[] | undefined): string[] | undefined => events?.map(({ id }) => id);

describe('what browsers may have missed', () => {
  it('is nothing for one that comes before the first event and stays', () => {
    const buffer = new LiveBuffer('start');
    expect(buffer.newestId).toBe('start');
    expect(buffer.since('start', 'w1')).toEqual([]);
  });
  it('is everything of their workspace after their last event', () => {
    const buffer = new LiveBuffer('start');
    for (const event of [told('1'), told('2', 'w2'), told('3'), told('4', 'w2')]) buffer.add(event);
    expect(idsOf(buffer.since('start', 'w1'))).toEqual(['1', '3']);
    expect(idsOf(buffer.since('1', 'w1'))).toEqual(['3']);
    expect(idsOf(buffer.since('2', 'w1'))).toEqual(['3']);
    expect(idsOf(buffer.since('4', 'w1'))).toEqual([]);
    expect(buffer.newestId).toBe('4');
  });
  it('is more rather than less where events share a position or come out of order', () => {
    const buffer = new LiveBuffer('start');
    for (const event of [told('5'), told('5'), told('3')]) buffer.add(event);
    expect(idsOf(buffer.since('5', 'w1'))).toEqual(['5', '3']);
  });
  it('is unknown for an id that was never told or is forgotten', () => {
    const buffer = new LiveBuffer('start', 2);
    for (const event of [told('1'), told('2'), told('3')]) buffer.add(event);
    expect(buffer.since('1', 'w1')).toBeUndefined();
    expect(buffer.since('start', 'w1')).toBeUndefined();
    expect(buffer.since('another server', 'w1')).toBeUndefined();
    expect(idsOf(buffer.since('2', 'w1'))).toEqual(['3']);
  });
});
