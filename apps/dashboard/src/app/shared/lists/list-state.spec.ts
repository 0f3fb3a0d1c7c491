import { signal, type WritableSignal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Page } from '@linkage/contracts';
import { Subject } from 'rxjs';
import { ListState } from './list-state';

interface Row {
  id: string;
  says: string;
}
const page = (...rows: string[]): Page<Row> => ({
  items: rows.map((row) => ({ id: row.slice(0, 1), says: row })),
  next: null,
  previous: null,
  total: rows.length,
});

describe('a list on screen', () => {
  let view: WritableSignal<{ page: number }>;
  let changes: Subject<readonly string[] | null>;
  let asked: Subject<Page<Row>>[];
  let state: ListState<Row, Page<Row>, { page: number }>;
  const shown = (): string[] => state.items().map(({ says }) => says);
  const until = (check: () => void): Promise<void> =>
    vi.waitFor(() => {
      TestBed.tick();
      check();
    });
  const answer = async (list: Page<Row>, nth = asked.length): Promise<void> => {
    await until(() => expect(asked.length).toBeGreaterThanOrEqual(nth));
    asked.at(-1)!.next(list);
    asked.at(-1)!.complete();
  };

  beforeEach(() => {
    [view, changes, asked] = [signal({ page: 1 }), new Subject(), []];
    state = TestBed.runInInjectionContext(
      () =>
        new ListState({
          view,
          load: () => (asked.push(new Subject()), asked.at(-1)!),
          id: (row: Row) => row.id,
          changes,
        }),
    );
  });

  it('loads, then shows', async () => {
    expect(state.loading()).toBe(true);
    await answer(page('a', 'b'), 1);
    await until(() => expect(shown()).toEqual(['a', 'b']));
    expect([state.loading(), state.stale(), state.error()]).toEqual([false, false, null]);
    expect(state.glowing().size).toBe(0);
  });

  it('says what went wrong when there is nothing to show, and tries again', async () => {
    await until(() => expect(asked).toHaveLength(1));
    asked[0]!.error(new Error('no'));
    await until(() => expect(state.error()).not.toBeNull());
    expect(state.loading()).toBe(false);
    state.reload();
    await answer(page('a'), 2);
    await until(() => expect(shown()).toEqual(['a']));
    expect(state.error()).toBeNull();
  });

  it('keeps the old rows, dimmed, while another view is on its way', async () => {
    await answer(page('a'), 1);
    await until(() => expect(shown()).toEqual(['a']));
    view.set({ page: 2 });
    await until(() => expect(state.stale()).toBe(true));
    expect(shown()).toEqual(['a']);
    await answer(page('b'), 2);
    await until(() => expect(shown()).toEqual(['b']));
    expect(state.glowing().size).toBe(0);
  });

  it('reads again in silence when something changed, and lets it glow', async () => {
    await answer(page('a', 'b'), 1);
    await until(() => expect(shown()).toEqual(['a', 'b']));
    changes.next(['b']);
    await answer(page('n', 'a', 'b!'), 2);
    await until(() => expect(shown()).toEqual(['n', 'a', 'b!']));
    expect([...state.glowing()].sort()).toEqual(['b', 'n']);
  });

  it('keeps what is shown when a silent reading fails', async () => {
    await answer(page('a'), 1);
    await until(() => expect(shown()).toEqual(['a']));
    changes.next(null);
    await until(() => expect(asked).toHaveLength(2));
    asked[1]!.error(new Error('no'));
    await until(() => expect(state.error()).toBeNull());
    expect(shown()).toEqual(['a']);
  });

  it('never moves rows under a moving pointer: news wait until they are asked for', async () => {
    await answer(page('a', 'b'), 1);
    await until(() => expect(shown()).toEqual(['a', 'b']));
    state.moved();
    changes.next(null);
    await answer(page('n', 'b!', 'a'), 2);
    await until(() => expect(state.arrivals()).toBe(1));
    expect(shown()).toEqual(['a', 'b!']);
    state.showArrivals();
    expect(shown()).toEqual(['n', 'b!', 'a']);
    expect(state.arrivals()).toBe(0);
  });

  it('shows news when the pointer leaves', async () => {
    await answer(page('a'), 1);
    await until(() => expect(shown()).toEqual(['a']));
    state.moved();
    changes.next(null);
    await answer(page('n', 'a'), 2);
    await until(() => expect(state.arrivals()).toBe(1));
    state.left();
    expect(shown()).toEqual(['n', 'a']);
  });

  it('reads once more when something changed while it was being read', async () => {
    await until(() => expect(asked).toHaveLength(1));
    state.reload();
    await answer(page('old'), 1);
    await answer(page('new'), 2);
    await until(() => expect(shown()).toEqual(['new']));
  });
});
