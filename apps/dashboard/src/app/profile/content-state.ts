import { linkedSignal, signal, untracked, type Signal } from '@angular/core';
import { toApiError, type ApiError } from '@linkage/api-client';
import type { AccountContent } from '@linkage/contracts';
import { firstValueFrom, type Observable } from 'rxjs';
import { Kept } from '../base/kept';

const STEP = 20;
const MOST = 200;

export interface ContentAsk<View> {
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
  ) {
    this.wanted = linkedSignal({ source: this.view, computation: () => STEP });
    this.kept = new Kept(this.view, (asked) => this.load({ view: asked, limit: untracked(this.wanted) }), changes);
    this.grown = linkedSignal(() => this.kept.value());
    this.content = this.grown.asReadonly();
    this.error = this.kept.error;
    this.loading = this.kept.loading;
  }

  reload(): void {
    this.kept.reload();
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
      const known = new Set(shown.items.map(({ contentId }) => contentId));
      const items = [...shown.items, ...page.items.filter(({ contentId }) => !known.has(contentId))];
      this.wanted.set(Math.min(MOST, Math.max(STEP, items.length)));
      this.grown.set({ ...page, items });
    } catch (error) {
      this.moreError.set(toApiError(error));
    } finally {
      this.loadingMore.set(false);
    }
  }
}
