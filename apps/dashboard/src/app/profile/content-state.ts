import { effect, linkedSignal, signal, untracked, type Signal } from '@angular/core';
import { toApiError, type ApiError } from '@linkage/api-client';
import type { AccountContent } from '@linkage/contracts';
import { firstValueFrom, map, of, switchMap, type Observable } from 'rxjs';
import { Kept } from '../base/kept';
import type { Places } from '../shared/shell/places';

const STEP = 20;
/** In one answer. */
const MOST = 200;

interface ContentAsk<View> {
  view: View;
  cursor?: string;
  limit: number;
}

/** The posts on screen: a first page that keeps itself fresh, and the pages loaded below it. */
export class ContentState<View> {
  private readonly kept: Kept<AccountContent, View>;
  /** Grows with each "load more", so that a silent reading brings all that is on screen. */
  private readonly wanted;
  readonly content: Signal<AccountContent | undefined>;
  private readonly grown;
  readonly loadingMore = signal(false);
  readonly moreError = signal<ApiError | null>(null);
  readonly error;
  readonly loading;
  readonly step = STEP;

  constructor(
    private readonly view: Signal<View>,
    private readonly load: (ask: ContentAsk<View>) => Observable<AccountContent>,
    changes: Observable<unknown>,
    places: Pick<Places, 'rowsBefore' | 'remember'>,
  ) {
    let first = Math.max(STEP, places.rowsBefore('content') ?? STEP);
    this.wanted = linkedSignal({
      source: this.view,
      computation: () => {
        const rows = first;
        first = STEP;
        return rows;
      },
    });
    effect(() => places.remember('content', this.content()?.items.length ?? 0));
    this.kept = new Kept(this.view, (asked) => this.read(asked, untracked(this.wanted)), changes);
    this.grown = linkedSignal(() => this.kept.value());
    this.content = this.grown.asReadonly();
    this.error = this.kept.error;
    this.loading = this.kept.loading;
  }

  reload(): void {
    this.kept.reload();
  }

  /** So many rows from the top, in as many answers as it takes. */
  private read(view: View, rows: number, cursor?: string): Observable<AccountContent> {
    const ask = { view, limit: Math.min(MOST, rows), ...(cursor !== undefined && { cursor }) };
    return this.load(ask).pipe(
      switchMap((page) => {
        if (page.next === null || rows <= MOST) return of(page);
        return this.read(view, rows - MOST, page.next).pipe(
          map((rest) => ({ ...rest, items: [...page.items, ...rest.items] })),
        );
      }),
    );
  }

  async more(): Promise<void> {
    const shown = this.content();
    if (shown?.next == null || this.loadingMore()) return;
    const view = this.view();
    this.loadingMore.set(true);
    this.moreError.set(null);
    try {
      const page = await firstValueFrom(this.load({ view, cursor: shown.next, limit: STEP }));
      if (view !== this.view()) return;
      // A silent reading may have come in between.
      const before = this.content()?.items ?? shown.items;
      const known = new Set(before.map(({ contentId }) => contentId));
      const items = [...before, ...page.items.filter(({ contentId }) => !known.has(contentId))];
      this.wanted.set(Math.max(STEP, items.length));
      this.grown.set({ ...page, items });
    } catch (error) {
      this.moreError.set(toApiError(error));
    } finally {
      this.loadingMore.set(false);
    }
  }
}
