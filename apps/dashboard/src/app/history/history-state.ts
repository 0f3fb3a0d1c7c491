import { computed, effect, signal, untracked, type Signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { toApiError, type ApiError } from '@linkage/api-client';
import type { HistoryApi, HistoryQuery } from '@linkage/api-client/history';
import type { HistoryItem, HistoryList } from '@linkage/contracts';
import type { Places } from '../shared/shell/places';
import {
  EMPTY,
  Subject,
  auditTime,
  catchError,
  exhaustMap,
  ignoreElements,
  map,
  merge,
  shareReplay,
  switchMap,
  tap,
  type Observable,
} from 'rxjs';

const PAGE = 50;
/** News are looked for at most this often: a refresh of many accounts records many facts. */
const BURST = 500;

type Came = { readonly is: 'first' | 'more' | 'news'; readonly list: HistoryList };

/**
 * History on screen: the newest page, older ones appended on demand, and what has happened meanwhile. News never move
 * what is being read: they wait until they are asked for.
 */
export class HistoryState {
  private readonly wanted = new Subject<HistoryQuery>();
  private readonly older = new Subject<string>();
  private readonly shown = signal<HistoryList | undefined>(undefined);
  private readonly news = signal<HistoryList | undefined>(undefined);
  /** Another view is asked for; what is on screen is the last one. */
  readonly stale = signal(false);
  readonly error = signal<ApiError | null>(null);
  /** As many rows were there when one left this page by a link. */
  private before = 0;
  readonly loadingMore = signal(false);
  readonly moreFailed = signal(false);
  readonly list = this.shown.asReadonly();
  readonly items = computed<readonly HistoryItem[]>(() => this.shown()?.items ?? []);
  readonly loading = computed(() => this.shown() === undefined && this.error() === null);
  private readonly newItems = computed(() => {
    const known = new Set(this.items().map(({ factId }) => factId));
    return (this.news()?.items ?? []).filter(({ factId }) => !known.has(factId));
  });
  /** "3", or "50+" when a whole page is new. */
  readonly arrivals = computed(() =>
    this.newItems().length === 0 ? null : `${this.newItems().length}${this.newItems().length >= PAGE ? '+' : ''}`,
  );

  constructor(
    private readonly query: Signal<HistoryQuery>,
    private readonly api: HistoryApi,
    changes: Observable<unknown>,
    private readonly places?: Pick<Places, 'rowsBefore' | 'remember'>,
  ) {
    this.wanted
      .pipe(
        switchMap((asked) => this.followed(asked, changes)),
        takeUntilDestroyed(),
      )
      .subscribe((came) => this.take(came));
    effect(() => {
      const asked = this.query();
      untracked(() => this.ask(asked));
    });
  }

  reload(): void {
    this.ask(this.query());
  }

  loadMore(): void {
    const next = this.shown()?.next;
    if (next) this.older.next(next);
  }

  showArrivals(): void {
    const [list, fresh, before] = [this.news(), this.newItems(), this.shown()];
    this.news.set(undefined);
    if (list === undefined || before === undefined) return;
    // A whole page of news leaves a gap before what is on screen: start anew from the top.
    const older = before.items.filter((line) => !standsUnder(line, fresh));
    this.shown.set(fresh.length >= PAGE ? list : { ...list, items: [...fresh, ...older], next: before.next });
  }

  private ask(query: HistoryQuery): void {
    this.stale.set(this.shown() !== undefined);
    this.error.set(null);
    this.before = this.places?.rowsBefore('history') ?? 0;
    this.wanted.next(query);
  }

  /** The first page, then older ones and news, until another view is asked for. */
  private followed(query: HistoryQuery, changes: Observable<unknown>): Observable<Came> {
    const page = (is: Came['is'], cursor?: string): Observable<Came> =>
      this.api
        .list(query, { limit: PAGE, ...(cursor !== undefined && { cursor }) })
        .pipe(map((list) => ({ is, list })));
    const more = this.older.pipe(
      tap(() => {
        this.loadingMore.set(true);
        this.moreFailed.set(false);
      }),
      exhaustMap((cursor) =>
        page('more', cursor).pipe(
          catchError(() => {
            this.loadingMore.set(false);
            this.moreFailed.set(true);
            return EMPTY;
          }),
        ),
      ),
    );
    // What changes while the first page is on its way may not be in it.
    const told = changes.pipe(shareReplay({ bufferSize: 1, refCount: true }));
    // A silent reading that failed is the live line's affair.
    const news = told.pipe(
      auditTime(BURST),
      switchMap(() => page('news').pipe(catchError(() => EMPTY))),
    );
    const first = page('first').pipe(
      catchError((error: unknown) => {
        this.failed(error);
        return EMPTY;
      }),
      switchMap((came) => merge(more, news, [came])),
    );
    return merge(told.pipe(ignoreElements()), first);
  }

  private take({ is, list }: Came): void {
    if (is === 'news') return this.heard(list);
    const before = this.shown();
    if (is === 'more' && before !== undefined)
      this.shown.set({ ...before, items: [...before.items, ...list.items], next: list.next });
    else this.shown.set(list);
    if (is === 'first') this.news.set(undefined);
    this.stale.set(false);
    this.loadingMore.set(false);
    this.places?.remember('history', this.items().length);
    if (this.items().length < this.before && this.shown()?.next) this.loadMore();
    else this.before = 0;
  }

  /** On an empty page nothing can move: news are shown at once. */
  private heard(list: HistoryList): void {
    if (this.items().length === 0) return this.shown.set(list);
    this.shown.update((shown) => shown && { ...shown, items: grown(shown.items, list.items) });
    this.news.set(list);
  }

  private failed(error: unknown): void {
    this.shown.set(undefined);
    this.stale.set(false);
    this.error.set(toApiError(error));
  }
}

/** The way to a connection, which was a line of its own until the connection was there. */
const standsUnder = ({ subjects: { accountId, attemptId } }: HistoryItem, fresh: readonly HistoryItem[]): boolean =>
  accountId === null &&
  attemptId !== null &&
  fresh.some(({ subjects }) => subjects.accountId !== null && subjects.attemptId === attemptId);

/** The same lines in the same places; those that stand for more facts by now say so. */
const grown = (lines: readonly HistoryItem[], news: readonly HistoryItem[]): HistoryItem[] => {
  const now = new Map(news.map((line) => [line.factId, line]));
  return lines.map((line) => {
    const latest = now.get(line.factId);
    return latest !== undefined && latest.facts > line.facts ? latest : line;
  });
};
