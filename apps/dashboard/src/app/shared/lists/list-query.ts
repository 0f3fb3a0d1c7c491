import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, type ParamMap } from '@angular/router';
import { momentOf } from '../as-of/as-of';

export const pageSizes = [25, 50, 100] as const;
export const usualSize = 50;

export type Direction = 'asc' | 'desc';

/** What a list shows, as it stands in the address. */
export interface ListView {
  search: string;
  /** The value of the list's chips; '' for none. */
  filter: string;
  sort: string;
  direction: Direction | undefined;
  size: number;
  cursor: string | undefined;
  /** For "51–100 of 124": cursors do not count. */
  page: number;
  /** ISO UTC; undefined: now. */
  asOf: string | undefined;
}

export interface ListShape {
  /** Name of the chips' parameter in the address and in the API. */
  filter: string;
  filters: readonly string[];
  sorts: readonly string[];
}

const positive = (text: string | null): number => Math.max(1, Math.trunc(Number(text)) || 1);

/** Values that this list does not know are left out, so that an old link still shows the list. */
export const readListView = (address: Pick<ParamMap, 'get'>, shape: ListShape): ListView => {
  const filter = address.get(shape.filter) ?? '';
  const sort = address.get('sort') ?? '';
  const direction = address.get('direction');
  const size = Number(address.get('limit'));
  const cursor = address.get('cursor') ?? undefined;
  return {
    search: (address.get('search') ?? '').trim(),
    filter: shape.filters.includes(filter) ? filter : '',
    sort: shape.sorts.includes(sort) ? sort : '',
    direction: direction === 'asc' || direction === 'desc' ? direction : undefined,
    size: pageSizes.find((known) => known === size) ?? usualSize,
    cursor,
    page: cursor === undefined ? 1 : positive(address.get('page')),
    asOf: momentOf(address.get('asOf')) ?? undefined,
  };
};

/** What changes of an address; null: not there. */
export type Address = Record<string, string | number | null>;

/** The list's state in the address: reads it, and writes it with one history entry per step a person takes. */
export class ListQuery {
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly address = toSignal(this.route.queryParamMap, { requireSync: true });
  readonly view: Signal<ListView> = computed(() => readListView(this.address(), this.shape), {
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  readonly narrowed = computed(() => this.view().search !== '' || this.view().filter !== '');

  constructor(readonly shape: ListShape) {}

  search(text: string): void {
    // Typing is one step, not one per letter.
    void this.go({ search: text.trim() || null }, this.view().search !== '');
  }

  filter(value: string): void {
    void this.go({ [this.shape.filter]: value || null });
  }

  sort(sort: string, direction: Direction): void {
    void this.go({ sort, direction });
  }

  size(size: number): void {
    void this.go({ limit: size === usualSize ? null : size });
  }

  /** From page 2 back to the beginning as it is now: by cursor, what came on top meanwhile would be left out. */
  turn(cursor: string, by: 1 | -1): void {
    const page = Math.max(1, this.view().page + by);
    if (page === 1 && this.view().page === 2) return void this.go({});
    void this.go({ cursor, page: page === 1 ? null : page });
  }

  /** Leaves the page that is not there out of the history, too. */
  firstPage(): void {
    void this.go({}, true);
  }

  clear(): void {
    void this.go({ search: null, [this.shape.filter]: null });
  }

  /** What is not named stays, but for the page. */
  go(change: Address, replaceUrl = false): Promise<boolean> {
    const queryParams = { cursor: null, page: null, ...change };
    return this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge', replaceUrl });
  }
}
