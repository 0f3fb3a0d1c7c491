import { Component, computed, input } from '@angular/core';
import type { ImportAccepted } from '@linkage/contracts';
import { Icon, formatExact } from '@linkage/ui';
import { figuresOf } from '../import-progress';
import { ImportsWatch } from '../import-progress';

/** What was taken, and how far its mails are. */
@Component({
  selector: 'app-import-report',
  imports: [Icon],
  template: `
    <p class="head"
      ><lk-icon name="check" class="lk-ok" /><b>{{ taken() }}</b></p
    >
    <progress [value]="figures()?.done ?? 0" [max]="accepted().rows" aria-label="E-mails that went out"></progress>
    <p role="status">{{ figures()?.sentence ?? 'The first rows are on their way.' }}</p>
    @if (!figures()?.isOver) {
      <p>This goes on by itself, also when you close this page. The tab All shows how far it is.</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--lk-3);
      font: var(--lk-body);
      color: var(--lk-ink-2);
    }
    p {
      margin: 0;
    }
    .head {
      display: flex;
      align-items: center;
      gap: 8px;
      color: var(--lk-ink);
    }
    b {
      font-weight: 500;
    }
    progress {
      width: 100%;
      height: 6px;
      accent-color: var(--lk-accent);
    }
  `,
})
export class ImportReport {
  private readonly watch = new ImportsWatch();
  readonly accepted = input.required<ImportAccepted>();
  readonly importId = input.required<string>();
  protected readonly figures = computed(() => {
    const found = this.watch.imports().find(({ importId }) => importId === this.importId());
    return found && figuresOf(found);
  });
  protected readonly taken = computed(() => {
    const { rows, skipped } = this.accepted();
    const invited = `${formatExact(rows)} ${rows === 1 ? 'creator is' : 'creators are'} invited`;
    return skipped === 0 ? `${invited}.` : `${invited}, ${formatExact(skipped)} skipped.`;
  });
}
