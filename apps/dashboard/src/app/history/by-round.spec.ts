import { byRound } from './by-round';
import { anItem } from './history.fixtures';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 28, 3, minute)).toISOString();
const refreshed = (id: string, minute: number, type = 'RefreshCompleted') =>
  anItem(id, { type, kind: 'refreshes', at: at(minute) });
const lines = (...items: ReturnType<typeof anItem>[]) =>
  byRound(items).map((line) => ('refreshes' in line ? `${line.complete} of ${line.refreshes.length}` : line.factId));

describe('refreshes that follow each other', () => {
  it('are one line, which says how many were complete', () =>
    expect(
      lines(
        anItem('invited'),
        refreshed('a', 9),
        refreshed('b', 7, 'RefreshFailed'),
        refreshed('c', 5),
        refreshed('d', 1),
        anItem('connected'),
      ),
    ).toEqual(['invited', '3 of 4', 'connected']));
  it('are lines of their own when they are few', () =>
    expect(lines(refreshed('a', 3), refreshed('b', 2), refreshed('c', 1))).toEqual(['a', 'b', 'c']));
  it('are two rounds when half an hour lies between', () => {
    const [late, early] = [
      ['a', 'b', 'c', 'd'].map((id, index) => refreshed(id, 59 - index)),
      ['e', 'f', 'g', 'h'].map((id, index) => refreshed(id, 20 - index)),
    ];
    expect(lines(...late, ...early)).toEqual(['4 of 4', '4 of 4']);
  });
  it('keep their key while newer ones come', () => {
    const keys = (items: ReturnType<typeof anItem>[]) => byRound(items).map((line) => 'key' in line && line.key);
    const four = ['b', 'c', 'd', 'e'].map((id, index) => refreshed(id, 20 - index));
    expect(keys([refreshed('a', 21), ...four])).toEqual(keys(four));
  });
});
