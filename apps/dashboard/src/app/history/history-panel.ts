import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatDialog } from '@angular/material/dialog';
import { HistoryApi, type HistoryQuery } from '@linkage/api-client/history';
import { Icon, formatExact } from '@linkage/ui';
import { EmptyState } from '@linkage/ui/empty-state';
import { AsOf } from '../shared/as-of/as-of';
import { Changes } from '../shared/changes/changes';
import { HistoryListView } from './history-list-view';
import { HistoryState } from './history-state';
import { kinds, kindsOf, type Kind } from './kinds';

/**
 * The history of one creator or account, wherever it is shown: by kind, with a way to the whole page. Where the past is
 * shown it ends there.
 */
@Component({
  selector: 'app-history-panel',
  imports: [RouterLink, EmptyState, HistoryListView, Icon],
  template: `
    <div class="bar">
      <div class="chips" role="group" aria-label="Kind">
        <button type="button" class="lk-chip" [attr.aria-pressed]="kind() === ''" (click)="kind.set('')"
          >All
          @if (count('all'); as count) {
            <span class="count">{{ count }}</span>
          }
        </button>
        @for (chip of chips(); track chip.kind) {
          <button type="button" class="lk-chip" [attr.aria-pressed]="kind() === chip.kind" (click)="kind.set(chip.kind)"
            >{{ chip.label }}
            @if (count(chip.kind); as count) {
              <span class="count">{{ count }}</span>
            }
          </button>
        }
      </div>
      <span class="lk-space"></span>
      <a class="lk-button quiet small" routerLink="/history" [queryParams]="whole()" (click)="dialogs.closeAll()"
        ><lk-icon name="history" [size]="14" />Open in History</a
      >
    </div>
    @if (asOf.on()) {
      <p class="lk-caption end">Up to {{ asOf.label() }}. What came later is left out.</p>
    }
    <app-history-list [state]="state">
      <lk-empty heading="Nothing yet">{{
        asOf.on() ? 'No fact of this kind had been recorded by then.' : 'No fact of this kind has been recorded.'
      }}</lk-empty>
    </app-history-list>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .bar {
      display: flex;
      align-items: center;
      gap: 8px;
      margin-bottom: 8px;
    }
    .chips {
      display: flex;
      gap: 8px;
      min-width: 0;
      padding: 3px;
      margin: 0 -3px;
      overflow-x: auto;
      scrollbar-width: none;
    }
    .end {
      margin-bottom: 8px;
    }
    @media (max-width: 959px) {
      .bar {
        flex-wrap: wrap;
      }
      .bar .lk-button {
        height: 44px;
      }
      .chips {
        flex: 1 0 100%;
        padding-block: 5px;
      }
    }
  `,
})
export class HistoryPanel {
  /** Whose history. */
  readonly about = input.required<Pick<HistoryQuery, 'person' | 'subject'>>();
  protected readonly dialogs = inject(MatDialog);
  protected readonly asOf = inject(AsOf);
  /** What the whole page is narrowed to. */
  protected readonly whole = computed(() => ({ ...this.about(), ...this.asOf.parameters() }));
  protected readonly kind = signal<Kind | ''>('');
  private readonly query = computed<HistoryQuery>(() => {
    const kind = this.kind();
    return { ...this.about(), ...this.asOf.until(), ...kindsOf(kind === '' ? 'all' : kind) };
  });
  protected readonly state = new HistoryState(this.query, inject(HistoryApi), inject(Changes).of('history'));
  /** Of the person it is about; null before it is known. */
  readonly name = computed(() => this.state.list()?.names.person ?? null);
  /** Kinds that there is something of. */
  protected readonly chips = computed(() => {
    const counts = this.state.list()?.counts;
    return kinds.filter(
      ({ kind }) => counts === null || counts === undefined || counts[kind] > 0 || kind === this.kind(),
    );
  });

  protected count(kind: Kind | 'all'): string {
    const counts = this.state.list()?.counts;
    return counts ? formatExact(counts[kind]) : '';
  }
}
