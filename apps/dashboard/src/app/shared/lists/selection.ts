import { computed, effect, signal, untracked, type Signal } from '@angular/core';
import { MOST_PICKED } from '@linkage/contracts';

/** Rows that are picked one by one, or all that match without a few. */
export type Selected =
  | { readonly kind: 'picked'; readonly ids: readonly string[] }
  | { readonly kind: 'matching'; readonly except: readonly string[] };

interface SelectionSource {
  /** Ids of the rows on screen that can be selected, in their order. */
  readonly rows: Signal<readonly string[]>;
  /** What narrows the list. Another one is another list, of which nothing is selected. */
  readonly narrowing: Signal<unknown>;
  /** How many match; null: that is not known. */
  readonly total: Signal<number | null>;
}

/**
 * Which rows of a list are selected: over its pages, whatever changes in them, until the list is narrowed in another
 * way.
 */
export class Selection {
  private readonly picked = signal<ReadonlySet<string>>(new Set());
  private readonly matching = signal(false);
  private readonly left = signal<ReadonlySet<string>>(new Set());
  /** From here a range goes. */
  private anchor: string | null = null;

  readonly isMatching = this.matching.asReadonly();
  /** null: all that match, and how many these are is not known. */
  readonly count = computed(() => {
    if (!this.matching()) return this.picked().size;
    const [total, left, rows] = [this.source.total(), this.left(), new Set(this.source.rows())];
    // A row that was left and is out of sight may match no longer, and is then not in the total.
    if (total === null || [...left].some((id) => !rows.has(id))) return null;
    return Math.max(0, total - left.size);
  });
  readonly isEmpty = computed(() => this.count() === 0);
  readonly isFull = computed(() => !this.matching() && this.picked().size >= MOST_PICKED);
  /** Of the rows on screen. */
  readonly page = computed((): 'none' | 'some' | 'all' => {
    const rows = this.source.rows();
    const on = rows.filter((id) => this.has(id)).length;
    if (on === 0) return 'none';
    return on === rows.length ? 'all' : 'some';
  });
  readonly selected = computed((): Selected =>
    this.matching() ? { kind: 'matching', except: [...this.left()] } : { kind: 'picked', ids: [...this.picked()] },
  );

  constructor(private readonly source: SelectionSource) {
    let before: string | undefined;
    effect(() => {
      const narrowing = JSON.stringify(source.narrowing());
      if (before !== undefined && before !== narrowing) untracked(() => this.clear());
      before = narrowing;
    });
  }

  has(id: string): boolean {
    return this.matching() ? !this.left().has(id) : this.picked().has(id);
  }

  /** `toHere`: with all rows between the last one and this one, as this one becomes. */
  toggle(id: string, toHere = false): void {
    const on = !this.has(id);
    const ids = toHere ? this.between(id) : [id];
    this.set(ids, on);
    this.anchor = id;
  }

  /** From the row that was left to the one that was reached: both are selected. */
  extend(from: string, to: string): void {
    this.set([from, to], true);
    this.anchor = to;
  }

  togglePage(): void {
    this.set(this.source.rows(), this.page() !== 'all');
  }

  selectMatching(): void {
    this.matching.set(true);
    this.left.set(new Set());
    this.picked.set(new Set());
  }

  clear(): void {
    this.matching.set(false);
    this.left.set(new Set());
    this.picked.set(new Set());
    this.anchor = null;
  }

  private between(id: string): readonly string[] {
    const rows = this.source.rows();
    const [one, other] = [rows.indexOf(this.anchor ?? id), rows.indexOf(id)];
    return one === -1 ? [id] : rows.slice(Math.min(one, other), Math.max(one, other) + 1);
  }

  private set(ids: readonly string[], on: boolean): void {
    const isIn = this.matching() ? !on : on;
    (this.matching() ? this.left : this.picked).update((before) => {
      const after = new Set(before);
      for (const id of ids)
        if (!isIn) after.delete(id);
        else if (after.size < MOST_PICKED) after.add(id);
      return after;
    });
  }
}
