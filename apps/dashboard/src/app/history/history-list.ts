import { Component, computed, inject, input } from '@angular/core';
import { Banner, Icon, NOW } from '@linkage/ui';
import { byDay } from './by-day';
import { FactDrawers } from './fact-drawers';
import { HistoryRow } from './history-row';
import type { HistoryState } from './history-state';

/** Facts by day, newest first, older ones on demand; whatever stands in the way of showing them. Nothing to show is the parent's to say. */
@Component({
  selector: 'app-history-list',
  imports: [Banner, Icon, HistoryRow],
  templateUrl: './history-list.html',
  styleUrl: './history-list.css',
})
export class HistoryListView {
  readonly state = input.required<HistoryState>();
  protected readonly drawers = inject(FactDrawers);
  private readonly now = inject(NOW);
  protected readonly days = computed(() => byDay(this.state().items(), this.now()));
  protected readonly skeletons = Array.from({ length: 8 }, (_, index) => ({
    wide: 38 + ((index * 23) % 40),
    opacity: 1 - index * 0.1,
  }));
}
