import { DestroyRef, computed, effect, inject, linkedSignal, signal, untracked, type Signal } from '@angular/core';
import { rxResource, takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Subject, auditTime, debounceTime, type Observable } from 'rxjs';
import { toApiError } from '@linkage/api-client';
import type { Page } from '@linkage/contracts';
import { differing, inPlace, sameOrder } from './merge-rows';

interface ListSource<Item, List extends Page<Item>, View> {
  view: Signal<View>;
  load: (view: View) => Observable<List>;
  id: (item: Item) => string;
  /** The moment that a view shows: rows of another one are not dimmed but taken away. */
  moment?: (view: View) => string | undefined;
  /** Ids that changed, or null for "anything". */
  changes: Observable<readonly string[] | null>;
}

const BURST = 120;
const REST = 1_500;
const GLOW = 1_700;

/**
 * One list on screen. Loading, shown and failed are states of one resource; a change heard from the server reads again
 * in silence. Rows never move under a pointer that moves over them: news wait (`arrivals`) until it rests, leaves, or
 * the person asks.
 */
export class ListState<Item, List extends Page<Item>, View> {
  private readonly resource = rxResource({
    params: () => this.source.view(),
    stream: ({ params }) => this.source.load(params),
  });
  /** The last list that came, whatever is on its way. */
  private readonly came = linkedSignal<List | undefined, List | undefined>({
    source: () => (this.resource.hasValue() ? (this.resource.value() as List) : undefined),
    computation: (list, previous) => list ?? previous?.value,
  });
  private readonly onScreen = signal<{ view: View; list: List } | undefined>(undefined);
  private readonly waiting = signal<List | undefined>(undefined);
  private readonly pointing = signal(false);
  private readonly missed = signal(false);
  private readonly moves = new Subject<void>();

  readonly list = computed(() => (this.elsewhen() ? undefined : this.onScreen()?.list));
  readonly items = computed<readonly Item[]>(() => this.list()?.items ?? []);
  /** Another view is asked for; the rows on screen are those of the last one. */
  readonly stale = computed(
    () => (this.resource.status() === 'loading' || this.error() !== null) && this.list() !== undefined,
  );
  readonly loading = computed(() => this.list() === undefined && this.error() === null);
  /** Only when there is nothing to show for what was asked; a silent reading that failed is the live line's affair. */
  readonly error = computed(() => {
    const error = this.resource.error();
    if (error === undefined || this.onScreen()?.view === this.source.view()) return null;
    return toApiError(error.cause ?? error);
  });
  readonly glowing = signal<ReadonlySet<string>>(new Set());
  /** How many new rows wait to be shown. */
  readonly arrivals = computed(() => {
    const known = new Set(this.items().map((item) => this.source.id(item)));
    return (this.waiting()?.items ?? []).filter((item) => !known.has(this.source.id(item))).length;
  });

  constructor(private readonly source: ListSource<Item, List, View>) {
    effect(() => {
      const list = this.came();
      if (list !== undefined && this.resource.status() === 'resolved') untracked(() => this.accept(list));
    });
    effect(() => {
      if (this.missed() && this.resource.status() !== 'loading') untracked(() => this.reload());
    });
    source.changes.pipe(auditTime(BURST), takeUntilDestroyed()).subscribe(() => this.reload());
    this.moves.pipe(debounceTime(REST), takeUntilDestroyed()).subscribe(() => this.left());
    inject(DestroyRef).onDestroy(() => clearTimeout(this.fading));
  }

  /**
   * Reads again; what is being read already may be older than what this is about, so that it is read once more after
   * it.
   */
  reload(): void {
    this.missed.set(!this.resource.reload());
  }

  /** The pointer moves over the rows. */
  moved(): void {
    this.pointing.set(true);
    this.moves.next();
  }

  /** The pointer left the rows, or rests. */
  left(): void {
    this.pointing.set(false);
    this.showArrivals();
  }

  showArrivals(): void {
    const list = this.waiting();
    const shown = this.onScreen();
    if (list !== undefined && shown !== undefined) this.show(shown.view, list, shown.list);
  }

  /** What is on screen is of another moment than what is asked for. */
  private elsewhen(): boolean {
    const [shown, { moment }] = [this.onScreen(), this.source];
    return shown !== undefined && moment !== undefined && moment(shown.view) !== moment(this.source.view());
  }

  private accept(list: List): void {
    const view = this.source.view();
    const shown = this.onScreen();
    if (shown === undefined || shown.view !== view) return this.show(view, list, undefined);
    if (!this.pointing() || sameOrder(shown.list.items, list.items, this.source.id))
      return this.show(view, list, shown.list);
    this.glow(shown.list, list);
    this.onScreen.set({ view, list: { ...list, items: inPlace(shown.list.items, list.items, this.source.id) } });
    this.waiting.set(list);
  }

  private show(view: View, list: List, before: List | undefined): void {
    this.waiting.set(undefined);
    this.onScreen.set({ view, list });
    if (before !== undefined) this.glow(before, list);
  }

  private fading: ReturnType<typeof setTimeout> | undefined;

  private glow(before: List, after: List): void {
    const changed = differing(before.items, after.items, this.source.id);
    if (changed.length === 0) return;
    this.glowing.update((glowing) => new Set([...glowing, ...changed]));
    clearTimeout(this.fading);
    this.fading = setTimeout(() => this.glowing.set(new Set()), GLOW);
  }
}
