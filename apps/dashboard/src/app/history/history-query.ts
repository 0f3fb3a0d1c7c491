import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, type ParamMap } from '@angular/router';
import type { HistoryQuery } from '@linkage/api-client/history';
import { AsOf } from '../shared/as-of/as-of';
import { dayEnd, dayStart } from '../base/dates';
import { kindsOf, knownScope, type Scope } from './kinds';

/** What the page shows, as it stands in the address. Days are days of the viewer. */
interface HistoryView {
  /** Empty: what fits the other filters. */
  kind: Scope | '';
  search: string;
  actor: string | undefined;
  person: string | undefined;
  subject: string | undefined;
  correlation: string | undefined;
  from: string | undefined;
  to: string | undefined;
}

const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(text));
const day = (text: string | null): string | undefined => (isDay(text) ? text : undefined);
const id = (text: string | null): string | undefined =>
  text !== null && /^[\w-]{1,64}$/u.test(text) ? text : undefined;

/** Values that are not understood are left out, so that an old link still shows a page. */
export const readHistoryView = (address: ParamMap): HistoryView => ({
  kind: knownScope(address.get('kind')) ?? '',
  search: (address.get('search') ?? '').trim(),
  actor: id(address.get('actor')),
  person: id(address.get('person')),
  subject: id(address.get('subject')),
  correlation: id(address.get('correlation')),
  from: day(address.get('from')),
  to: day(address.get('to')),
});

/** Without a choice: what people did and connected; what a search or a link narrows to is shown whole. */
export const scopeOf = ({ kind, search, actor, subject, correlation }: HistoryView): Scope => {
  if (kind !== '') return kind;
  return search === '' && actor === undefined && subject === undefined && correlation === undefined ? 'story' : 'all';
};

/** As the API takes it: from the first instant of the first day to after the last one of the last day. */
export const asQuery = (view: HistoryView): HistoryQuery => {
  const { kind: _kind, search, from, to, ...ids } = view;
  const { grouped, kind } = kindsOf(scopeOf(view));
  const query = {
    ...ids,
    kind,
    // Everything that one request set in motion is shown as it was recorded.
    grouped: ids.correlation === undefined ? grouped : undefined,
    search: search || undefined,
    from: from && dayStart(from),
    to: to && new Date(Date.parse(dayEnd(to)) + 1).toISOString(),
  };
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as HistoryQuery;
};

/** Nothing that was recorded at `end` or later; where the filter ends before, it stays as it is. */
export const endingBy = (query: HistoryQuery, end: string | undefined): HistoryQuery =>
  end === undefined || (query.to !== undefined && Date.parse(query.to) <= Date.parse(end))
    ? query
    : { ...query, to: end };

type Address = Partial<Record<keyof HistoryView, string | null>>;

const nothing: Address = {
  kind: null,
  search: null,
  actor: null,
  person: null,
  subject: null,
  correlation: null,
  from: null,
  to: null,
};

/**
 * The page's state in the address: one entry of the browser's history per step a person takes. `?asOf=` ends it at that
 * moment.
 */
export class HistoryAddress {
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly asOf = inject(AsOf);
  private readonly address = toSignal(this.route.queryParamMap, { requireSync: true });
  readonly view: Signal<HistoryView> = computed(() => readHistoryView(this.address()), {
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  private readonly filter = computed(() => asQuery(this.view()));
  readonly query = computed(() => endingBy(this.filter(), this.asOf.until().to));
  readonly scope = computed(() => scopeOf(this.view()));
  readonly narrowed = computed(() => Object.values(this.view()).some((value) => value !== undefined && value !== ''));

  go(change: Address, replaceUrl = false): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: change,
      queryParamsHandling: 'merge',
      replaceUrl,
    });
  }

  search(text: string): void {
    // Typing is one step, not one per letter.
    this.go({ search: text || null }, this.view().search !== '');
  }

  clear(): void {
    this.go(nothing);
  }
}
