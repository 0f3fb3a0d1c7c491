import { Component, computed, inject, signal } from '@angular/core';
import { MatDialogClose } from '@angular/material/dialog';
import { InvitationsApi, toApiError } from '@linkage/api-client';
import type { InvitationFunnel } from '@linkage/contracts';
import { formatExact } from '@linkage/ui';
import { firstValueFrom } from 'rxjs';
import { stepWords } from './step-words';

interface Period {
  readonly label: string;
  /** undefined: all of it. */
  readonly month: string | undefined;
}

const monthBefore = (months: number): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString().slice(0, 7);
};

/** How many of the workspace's invites got how far, as bars with numbers. */
@Component({
  selector: 'app-funnel',
  imports: [MatDialogClose],
  template: `
    <div class="dialog">
      <header><h2 id="funnel-title">How far invites got</h2></header>
      <div class="body" [attr.aria-busy]="funnel() === null && error() === null">
        <div class="chips" role="group" aria-label="Invited">
          @for (period of periods; track period.label) {
            <button type="button" class="lk-chip" [attr.aria-pressed]="chosen() === period" (click)="choose(period)">{{
              period.label
            }}</button>
          }
        </div>
        @if (error(); as text) {
          <p role="alert">{{ text }}</p>
        } @else if (funnel() !== null && all() === 0) {
          <p>No invite was sent in this time.</p>
        } @else {
          <ol>
            @for (bar of bars(); track bar.step) {
              <li>
                <span class="what">{{ words[bar.step] }}</span>
                <span class="number">{{ exact(bar.count) }} · {{ bar.percent }}%</span>
                <span class="track" aria-hidden="true"
                  ><span class="bar" [style.inline-size.%]="bar.percent"></span
                ></span>
              </li>
            }
          </ol>
          @if (funnel()?.bounced; as bounced) {
            <p>{{ exact(bounced) }} bounced and got no further. Their rows say why.</p>
          }
        }
      </div>
      <footer
        ><span class="lk-space"></span>
        @if (error() !== null) {
          <button type="button" class="lk-button secondary" (click)="choose(chosen())">Try again</button>
        }
        <button type="button" class="lk-button secondary" mat-dialog-close>Close</button></footer
      >
    </div>
  `,
  styleUrl: '../base/dialog.css',
  styles: `
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: var(--lk-2);
    }
    ol {
      display: grid;
      gap: var(--lk-4);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 4px var(--lk-3);
    }
    .number {
      font-variant-numeric: tabular-nums;
      color: var(--lk-ink-2);
    }
    .track {
      grid-column: 1 / -1;
      block-size: 8px;
      border-radius: 4px;
      background: var(--lk-sunken);
      overflow: hidden;
    }
    .bar {
      display: block;
      block-size: 100%;
      border-radius: 4px;
      background: var(--lk-accent);
    }
  `,
})
export class Funnel {
  private readonly api = inject(InvitationsApi);
  protected readonly words = stepWords;
  protected readonly exact = formatExact;
  protected readonly periods: readonly [Period, ...Period[]] = [
    { label: 'All time', month: undefined },
    { label: 'This month', month: monthBefore(0) },
    { label: 'Last month', month: monthBefore(1) },
  ];
  protected readonly chosen = signal<Period>(this.periods[0]);
  protected readonly funnel = signal<InvitationFunnel | null>(null);
  protected readonly error = signal<string | null>(null);
  protected readonly all = computed(() => this.funnel()?.steps[0]?.count ?? 0);
  protected readonly bars = computed(() =>
    (this.funnel()?.steps ?? []).map((step) => ({
      ...step,
      percent: Math.round((100 * step.count) / (this.all() || 1)),
    })),
  );

  constructor() {
    void this.choose(this.chosen());
  }

  protected async choose(period: Period): Promise<void> {
    this.chosen.set(period);
    this.error.set(null);
    try {
      const funnel = await firstValueFrom(this.api.funnel(period.month));
      if (this.chosen() === period) this.funnel.set(funnel);
    } catch (error) {
      this.error.set(toApiError(error).message);
    }
  }
}
