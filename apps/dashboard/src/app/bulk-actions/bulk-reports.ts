import { Component, ElementRef, afterRenderEffect, computed, inject, viewChildren } from '@angular/core';
import { Icon } from '@linkage/ui';
import { Dialogs } from '../base/dialogs';
import { BulkCommands } from './bulk-commands';
import { BulkWatch } from './bulk-watch';
import { figuresOfBulk } from './bulk-words';

/** Of each action on many invites: how far it is, what was passed over, and the way back. */
@Component({
  selector: 'app-bulk-reports',
  imports: [Icon],
  template: `
    @for (one of reported(); track one.bulkId) {
      <div class="bulk" #report tabindex="-1" [attr.data-bulk]="one.bulkId" role="group" aria-label="Selected invites">
        <lk-icon [name]="one.action === 'resend' ? 'mail' : 'archive'" />
        <span class="says" role="status">{{ one.figures.sentence }}</span>
        @if (one.figures.isRunning) {
          <progress [value]="one.figures.worked" [max]="one.figures.of" aria-label="Invites that are done"></progress>
        }
        @if (one.undoUntil !== null) {
          <button type="button" class="lk-button secondary small" (click)="commands.undo(one.bulkId)">{{
            one.figures.isRunning ? 'Stop and undo' : 'Undo'
          }}</button>
        }
        @if (one.passedOver.length > 0 && !one.figures.isRunning) {
          <button type="button" class="lk-button quiet small" (click)="showPassedOver(one.bulkId)"
            >Show which were passed over</button
          >
        }
        @if (!one.figures.isRunning) {
          <button
            type="button"
            class="lk-button quiet icon small"
            aria-label="Close this report"
            (click)="watch.close(one.bulkId)"
            ><lk-icon name="close"
          /></button>
        }
      </div>
    }
  `,
  styles: `
    .bulk {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 10px;
      min-height: 44px;
      padding: 6px var(--lk-6);
      border-bottom: 1px solid var(--lk-line);
      background: var(--lk-sunken);
      font: var(--lk-small);
      color: var(--lk-ink);
      outline: none;
    }
    lk-icon {
      color: var(--lk-ink-2);
    }
    .says {
      flex: 1 1 240px;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    progress {
      flex: 0 1 200px;
      height: 6px;
      accent-color: var(--lk-accent);
    }
    @media (max-width: 599px) {
      .bulk {
        padding: 8px var(--lk-4);
      }
      .says {
        flex-basis: calc(100% - 40px);
      }
      progress {
        flex: 1 1 100%;
      }
      .lk-button.small {
        height: 44px;
      }
      .lk-button.icon.small {
        width: 44px;
      }
    }
  `,
})
export class BulkReports {
  protected readonly watch = inject(BulkWatch);
  protected readonly commands = inject(BulkCommands);
  protected readonly reported = computed(() =>
    this.watch.shown().map((one) => ({ ...one, figures: figuresOfBulk(one) })),
  );
  private readonly dialogs = inject(Dialogs);
  private readonly reports = viewChildren<ElementRef<HTMLElement>>('report');

  constructor() {
    afterRenderEffect(() => {
      const started = this.watch.started();
      const report = this.reports().find(({ nativeElement }) => nativeElement.dataset['bulk'] === started);
      if (started === null || report === undefined) return;
      report.nativeElement.focus();
      this.watch.started.set(null);
    });
  }

  protected async showPassedOver(bulkId: string): Promise<void> {
    const load = () => import('./passed-over').then(({ PassedOver }) => PassedOver);
    await this.dialogs.show(load, 'passed-over-title', { data: bulkId });
  }
}
