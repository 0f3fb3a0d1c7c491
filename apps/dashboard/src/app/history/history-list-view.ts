import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, signal } from '@angular/core';
import { HistoryApi, type HistoryQuery } from '@linkage/api-client/history';
import type { HistoryItem } from '@linkage/contracts';
import { NOW } from '@linkage/ui';
import { firstValueFrom } from 'rxjs';
import { LoadProblem } from '../base/load-problem';
import { AsOf } from '../shared/as-of/as-of';
import { Toasts } from '../shared/toasts/toasts';
import { byDay } from './by-day';
import { byRound } from './by-round';
import { FactDrawers } from './fact-drawers';
import { HistoryRow } from './history-row';
import { HistoryRound } from './history-round';
import type { HistoryState } from './history-state';

/** As many facts of one line are shown under it. */
const MOST = 100;

/**
 * What a line stands for: what one request set in motion for an account or, of an invite, for its creator; before a
 * connection, its attempt.
 */
const factsOf = ({ kind, correlationId, person, subjects: { accountId, attemptId } }: HistoryItem): HistoryQuery[] => {
  const ofRequest = {
    correlation: correlationId,
    ...(kind === 'invites'
      ? person !== null && { person: person.personId }
      : accountId !== null && { subject: accountId }),
  };
  return accountId !== null && attemptId !== null ? [ofRequest, { subject: attemptId }] : [ofRequest];
};

const newestFirst = (items: readonly HistoryItem[]): readonly HistoryItem[] =>
  items.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));

/**
 * Facts by day, newest first, older ones on demand; whatever stands in the way of showing them. Nothing to show is the
 * parent's to say.
 */
@Component({
  selector: 'app-history-list',
  imports: [NgTemplateOutlet, HistoryRound, HistoryRow, LoadProblem],
  templateUrl: './history-list.html',
  styleUrl: './history-list.css',
})
export class HistoryListView {
  readonly state = input.required<HistoryState>();
  protected readonly drawers = inject(FactDrawers);
  private readonly api = inject(HistoryApi);
  private readonly toasts = inject(Toasts);
  private readonly now = inject(NOW);
  private readonly asOf = inject(AsOf);
  protected readonly days = computed(() =>
    byDay(this.state().items(), this.asOf.on() ? null : this.now()).map(({ label, items }) => ({
      label,
      lines: byRound(items).map((line) =>
        'refreshes' in line
          ? { key: line.key, round: line, item: null }
          : { key: line.factId, round: null, item: line },
      ),
    })),
  );
  /** The facts under lines that stand for several. */
  private readonly under = signal<ReadonlyMap<string, readonly HistoryItem[]>>(new Map());
  private readonly openRounds = signal<ReadonlySet<string>>(new Set());
  protected readonly skeletons = Array.from({ length: 8 }, (_, index) => ({
    wide: 38 + ((index * 23) % 40),
    opacity: 1 - index * 0.1,
  }));

  protected factsUnder(item: HistoryItem): readonly HistoryItem[] | undefined {
    return this.under().get(item.factId);
  }

  protected isOpen(key: string): boolean {
    return this.openRounds().has(key);
  }

  protected turn(key: string): void {
    this.openRounds.update((open) => new Set(open.has(key) ? [...open].filter((one) => one !== key) : [...open, key]));
  }

  /** One fact opens; a line that stands for several shows them, or hides them again. */
  protected async open(item: HistoryItem): Promise<void> {
    if (item.facts === 1) return this.drawers.open(item.factId);
    const known = this.under();
    if (known.has(item.factId)) return this.under.set(new Map([...known].filter(([factId]) => factId !== item.factId)));
    try {
      const lists = await Promise.all(
        factsOf(item).map((facts) => firstValueFrom(this.api.list(facts, { limit: MOST }))),
      );
      const items = newestFirst(lists.flatMap((list) => list.items));
      this.under.update((under) => new Map([...under, [item.factId, items]]));
    } catch {
      this.toasts.failed('The facts under this line could not be loaded.', () => void this.open(item));
    }
  }
}
