import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { AnalyticsApi } from '@linkage/api-client/analytics';
import { platforms } from '@linkage/platform-guide';
import { Banner, Icon, Time, calendarDay, formatExact } from '@linkage/ui';
import { EmptyState } from '@linkage/ui/empty-state';
import { NEVER } from 'rxjs';
import { LoadProblem } from '../base/load-problem';
import { momentOf } from '../shared/as-of/as-of';
import { MomentChoice } from '../shared/as-of/moment-choice';
import { Kept } from '../base/kept';
import { typeWords } from '../shared/words/type-words';
import { PageHeading } from '../shared/shell/page-heading';
import { ServerClock } from '../base/server-clock';
import { comparisonGroups, onlyChanges } from './comparison-rows';

/** One account at two moments as a table: then, now, and what changed. Both stand in the address. */
@Component({
  selector: 'app-comparison',
  imports: [RouterLink, Banner, EmptyState, Icon, MomentChoice, PageHeading, Time, LoadProblem],
  templateUrl: './comparison.html',
  styleUrl: './comparison.css',
})
export class Comparison {
  private readonly api = inject(AnalyticsApi);
  private readonly router = inject(Router);
  readonly accountId = input.required<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  private readonly now = inject(ServerClock).now;
  /** null: the server says from when there is something to compare with. */
  protected readonly earlier = computed(() => momentOf(this.from() ?? null));
  /** What it said; it stands in the address then, and is not asked for again. */
  private readonly said = signal<{ from: string; to: string | null } | null>(null);
  /** null: now. */
  protected readonly later = computed(() => momentOf(this.to() ?? null));
  private readonly ask = computed(
    () => {
      const [from, to, said] = [this.earlier(), this.later(), this.said()];
      return { accountId: this.accountId(), from: said?.from === from && said?.to === to ? null : from, to };
    },
    { equal: (one, other) => one.accountId === other.accountId && one.from === other.from && one.to === other.to },
  );
  // A comparison stands still: what happens meanwhile is seen when it is asked for again.
  protected readonly differences = new Kept(
    this.ask,
    ({ accountId, from, to }) =>
      this.api.differences(accountId, { ...(from !== null && { from }), ...(to !== null && { to }) }),
    NEVER,
  );
  protected readonly changesOnly = signal(false);
  private readonly all = computed(() => {
    const value = this.differences.value();
    return value === undefined ? [] : comparisonGroups(value);
  });
  protected readonly groups = computed(() => (this.changesOnly() ? onlyChanges(this.all()) : this.all()));
  protected readonly changes = computed(() => onlyChanges(this.all()).reduce((sum, { rows }) => sum + rows.length, 0));
  protected readonly username = computed(() => {
    const value = this.differences.value();
    const username = value?.names.find(({ name }) => name === 'username')?.now;
    return value === undefined ? 'Account' : `${username ?? ''} on ${platforms[value.platform].name}`;
  });
  /** How the moments above the columns are written: to the second where both would read the same. */
  protected readonly headings = computed(() => {
    const value = this.differences.value();
    return value !== undefined && this.alike(value.from, value.to) ? 'day-second' : 'day-hour';
  });
  /** The same for the moments that are chosen; "Now" is like no other. */
  protected readonly choicesAlike = computed(() => {
    const later = this.later();
    const earlier = this.earlier();
    return earlier !== null && later !== null && this.alike(earlier, later);
  });
  protected readonly posts = computed(() => {
    const value = this.differences.value();
    if (value === undefined) return [];
    const { platform, posts } = value;
    return [
      { heading: 'Posts that appeared', there: true, ...posts.appeared },
      { heading: 'Posts that are gone', there: false, ...posts.vanished },
    ]
      .filter(({ count }) => count > 0)
      .map((part) => ({
        ...part,
        items: part.items.map((post) => ({ ...post, words: typeWords(platform, post.type) })),
      }));
  });
  /** The moments that are shown: "now" goes on while it is looked at. */
  protected readonly csv = computed(() => {
    const value = this.differences.value();
    return value === undefined ? null : this.api.differencesUrl(value.accountId, value);
  });
  protected readonly skeletons = Array.from({ length: 10 }, (_, row) => row);
  protected readonly exact = formatExact;

  constructor() {
    effect(() => {
      const value = this.differences.value();
      if (value !== undefined && this.earlier() === null) untracked(() => this.remember(value.from));
    });
  }

  /** A reload, or the link handed on, compares the same moments. */
  private remember(from: string): void {
    this.said.set({ from, to: this.later() });
    void this.router.navigate([], { queryParams: { from }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  private alike(...moments: readonly string[]): boolean {
    return new Set(moments.map((moment) => calendarDay(Date.parse(moment), this.now(), true))).size < moments.length;
  }

  protected go(queryParams: { from?: string | null; to?: string | null }): void {
    void this.router.navigate([], {
      queryParams: { from: this.earlier(), ...queryParams },
      queryParamsHandling: 'merge',
    });
  }
}
