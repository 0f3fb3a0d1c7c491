import { Component, input } from '@angular/core';
import type { ImportProgress } from '@linkage/contracts';
import { Icon } from '@linkage/ui';
import type { ImportFigures } from './import-figures';

/** How far these files are, each with a bar. */
@Component({
  selector: 'app-running-imports',
  imports: [Icon],
  template: `
    @for (one of imports(); track one.importId) {
      <div class="import">
        <lk-icon name="table" />
        <span class="says"
          ><b>{{ one.fileName }}</b> <span>{{ one.figures.sentence }}</span></span
        >
        <progress
          [value]="one.figures.done"
          [max]="one.rows"
          [attr.aria-label]="'E-mails of ' + one.fileName + ' that went out'"
        ></progress>
      </div>
    }
  `,
  styles: `
    .import {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 10px;
      padding: 8px var(--lk-6);
      border-bottom: 1px solid var(--lk-line);
      background: var(--lk-sunken);
      font: var(--lk-small);
      color: var(--lk-ink-2);
    }
    .says {
      flex: 1 1 240px;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    b {
      margin-right: 6px;
      font-weight: 500;
      color: var(--lk-ink);
    }
    progress {
      flex: 0 1 200px;
      height: 6px;
      accent-color: var(--lk-accent);
    }
    @media (max-width: 599px) {
      .import {
        padding: 8px var(--lk-4);
      }
      progress {
        flex: 1 1 100%;
      }
    }
  `,
})
export class RunningImports {
  readonly imports = input.required<readonly (ImportProgress & { readonly figures: ImportFigures })[]>();
}
