import { signal, type WritableSignal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { HistoryApi, HistoryQuery } from '@linkage/api-client/history';
import type { HistoryList } from '@linkage/contracts';
import { Subject } from 'rxjs';
import { aList, anItem } from './history.fixtures';
import { HistoryState } from './history-state';

describe('history on screen', () => {
  let query: WritableSignal<HistoryQuery>;
  let changes: Subject<null>;
  let asked: { query: HistoryQuery; cursor: string | undefined; answer: Subject<HistoryList> }[];
  let state: HistoryState;
  const shown = (): string =>
    state
      .items()
      .map(({ factId }) => factId)
      .join('');
  const until = (check: () => void): Promise<void> =>
    vi.waitFor(() => {
      TestBed.tick();
      check();
    }, 3_000);
  const asks = (count: number): Promise<void> => until(() => expect(asked).toHaveLength(count));
  const answer = async (count: number, letters: string, list: Partial<HistoryList> = {}): Promise<void> => {
    await asks(count);
    const { answer: subject } = asked[count - 1]!;
    subject.next(
      aList(
        [...letters].map((letter) => anItem(letter)),
        list,
      ),
    );
    subject.complete();
  };

  beforeEach(() => {
    [query, changes, asked] = [signal({}), new Subject(), []];
    const list: HistoryApi['list'] = (wanted, { cursor }) => {
      asked.push({ query: wanted, cursor, answer: new Subject() });
      return asked.at(-1)!.answer;
    };
    state = TestBed.runInInjectionContext(() => new HistoryState(query, { list } as HistoryApi, changes));
  });

  it('loads, shows, and appends what is older', async () => {
    expect(state.loading()).toBe(true);
    await answer(1, 'cb', { next: 'older' });
    await until(() => expect(shown()).toBe('cb'));
    state.loadMore();
    expect(state.loadingMore()).toBe(true);
    await answer(2, 'a');
    expect(asked[1]!.cursor).toBe('older');
    await until(() => expect(shown()).toBe('cba'));
    expect([state.loadingMore(), state.list()?.next]).toEqual([false, null]);
  });

  it('hears what happens while the first page is on its way', async () => {
    await asks(1);
    changes.next(null);
    await answer(1, 'a');
    await answer(2, 'ba');
    await until(() => expect(state.arrivals()).toBe('1'));
  });

  it('keeps news until they are asked for, and what is read in its place', async () => {
    await answer(1, 'b', { next: 'older' });
    state.loadMore();
    await answer(2, 'a');
    changes.next(null);
    await answer(3, 'dcb', { next: 'another' });
    await until(() => expect(state.arrivals()).toBe('2'));
    expect(shown()).toBe('ba');
    state.showArrivals();
    expect([shown(), state.arrivals(), state.list()?.next]).toEqual(['dcba', null, null]);
  });

  it('says at once of a line that is shown that it stands for more facts', async () => {
    await asks(1);
    asked[0]!.answer.next(aList([anItem('b'), anItem('a')]));
    changes.next(null);
    await asks(2);
    asked[1]!.answer.next(aList([anItem('c'), anItem('b', { facts: 2 }), anItem('a')]));
    await until(() => expect(state.arrivals()).toBe('1'));
    expect(state.items().map(({ factId, facts }) => `${factId}${facts}`)).toEqual(['b2', 'a1']);
  });

  it('starts anew when a whole page is news', async () => {
    await answer(1, 'a');
    changes.next(null);
    await answer(2, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789bcdefghijklmno', { next: 'gap' });
    await until(() => expect(state.arrivals()).toBe('50+'));
    state.showArrivals();
    expect([state.items().length, state.list()?.next]).toEqual([50, 'gap']);
  });

  it('shows news at once where nothing was', async () => {
    await answer(1, '');
    changes.next(null);
    await answer(2, 'a');
    await until(() => expect(shown()).toBe('a'));
  });

  it('keeps the old rows, dimmed, while another view is on its way', async () => {
    await answer(1, 'a');
    query.set({ kind: 'people' });
    await until(() => expect(state.stale()).toBe(true));
    expect(shown()).toBe('a');
    await answer(2, 'z');
    await until(() => expect([shown(), state.stale()]).toEqual(['z', false]));
  });

  it('says what went wrong, and tries again', async () => {
    await asks(1);
    asked[0]!.answer.error(new Error('no'));
    await until(() => expect(state.error()).not.toBeNull());
    state.reload();
    await answer(2, 'a');
    await until(() => expect([shown(), state.error()]).toEqual(['a', null]));
  });

  it('keeps what is shown when older facts or news cannot be had', async () => {
    await answer(1, 'b', { next: 'older' });
    await until(() => expect(shown()).toBe('b'));
    state.loadMore();
    await asks(2);
    asked[1]!.answer.error(new Error('no'));
    expect([state.moreFailed(), state.loadingMore(), state.error()]).toEqual([true, false, null]);
    changes.next(null);
    await asks(3);
    asked[2]!.answer.error(new Error('no'));
    expect([shown(), state.error(), state.arrivals()]).toEqual(['b', null, null]);
    state.loadMore();
    await answer(4, 'a');
    await until(() => expect([shown(), state.moreFailed()]).toEqual(['ba', false]));
  });
});
