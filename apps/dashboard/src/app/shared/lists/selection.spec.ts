import { signal, type WritableSignal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Selection } from './selection';

describe('the selection of a list', () => {
  const rows: WritableSignal<readonly string[]> = signal([]);
  const narrowing = signal<object>({});
  const total = signal<number | null>(240);
  let selection: Selection;

  beforeEach(() => {
    rows.set(['a', 'b', 'c', 'd']);
    narrowing.set({});
    total.set(240);
    selection = TestBed.runInInjectionContext(() => new Selection({ rows, narrowing, total }));
    TestBed.tick();
  });

  it('holds what is picked, over pages and whatever changes in the rows', () => {
    selection.toggle('a');
    rows.set(['x', 'a', 'e']);
    selection.toggle('e');
    TestBed.tick();
    expect(selection.selected()).toEqual({ kind: 'picked', ids: ['a', 'e'] });
    expect([selection.count(), selection.page()]).toEqual([2, 'some']);
    selection.toggle('a');
    expect(selection.selected()).toEqual({ kind: 'picked', ids: ['e'] });
  });

  it('takes a range from the last one, and takes it back', () => {
    selection.toggle('b');
    selection.toggle('d', true);
    expect(selection.selected()).toEqual({ kind: 'picked', ids: ['b', 'c', 'd'] });
    selection.toggle('c', true);
    expect(selection.selected()).toEqual({ kind: 'picked', ids: ['b'] });
    rows.set(['x', 'y']);
    selection.toggle('y', true);
    expect(selection.selected()).toEqual({ kind: 'picked', ids: ['b', 'y'] });
  });

  it('takes the page, and the page away', () => {
    selection.togglePage();
    expect([selection.count(), selection.page()]).toEqual([4, 'all']);
    selection.toggle('b');
    expect(selection.page()).toBe('some');
    selection.togglePage();
    selection.togglePage();
    expect([selection.count(), selection.page()]).toEqual([0, 'none']);
  });

  it('is all that match, without a few; how many is known where the total is', () => {
    selection.selectMatching();
    expect([selection.count(), selection.page()]).toEqual([240, 'all']);
    selection.toggle('b');
    expect(selection.selected()).toEqual({ kind: 'matching', except: ['b'] });
    expect([selection.count(), selection.has('a'), selection.has('b')]).toEqual([239, true, false]);
    total.set(null);
    expect([selection.count(), selection.isEmpty()]).toEqual([null, false]);
    selection.toggle('b');
    expect(selection.selected()).toEqual({ kind: 'matching', except: [] });
  });

  it('does not say how many match without one that is out of sight, as that one may match no longer', () => {
    selection.selectMatching();
    selection.toggle('b');
    rows.set(['x', 'y']);
    total.set(239);
    expect([selection.count(), selection.isEmpty()]).toEqual([null, false]);
    rows.set(['a', 'b']);
    expect(selection.count()).toBe(238);
  });

  it('is of one list: narrowed in another way, nothing is selected', () => {
    selection.toggle('a');
    narrowing.set({});
    TestBed.tick();
    expect(selection.count()).toBe(1);
    narrowing.set({ status: 'active' });
    TestBed.tick();
    expect(selection.isEmpty()).toBe(true);
  });

  it('holds a thousand by hand, and no more', () => {
    rows.set(Array.from({ length: 1_001 }, (_, n) => `r${n}`));
    selection.togglePage();
    expect([selection.count(), selection.isFull(), selection.page()]).toEqual([1_000, true, 'some']);
  });
});
