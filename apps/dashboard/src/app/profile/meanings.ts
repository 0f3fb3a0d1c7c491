import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { PlatformId } from '@linkage/contracts';
import { platformData } from '@linkage/platform-guide';
import { Icon } from '@linkage/ui';

/** What the figures of a post mean on this platform (R125), and which of them it does not give. */
@Component({
  selector: 'app-meanings',
  imports: [MatDialogClose, Icon, RouterLink],
  template: `
    <div class="dialog">
      <header
        ><h2 id="meanings-title">What the figures mean</h2
        ><button type="button" class="lk-button quiet icon" aria-label="Close" mat-dialog-close
          ><lk-icon name="close" /></button
      ></header>
      <dl class="body">
        @for (word of meanings; track word.label) {
          <div
            ><dt>{{ word.label }}</dt
            ><dd>{{ word.meaning }}</dd>
            @if (word.notOffered) {
              <dd class="none">{{ word.notOffered }}</dd>
            }
          </div>
        }
      </dl>
      <footer
        ><a class="lk-button secondary" routerLink="/data-guide" [fragment]="platform" mat-dialog-close
          >Data Guide: where each is from</a
        ></footer
      >
    </div>
  `,
  styleUrls: ['../base/dialog.css'],
  styles: `
    .body {
      gap: 12px;
    }
    dt {
      font: 600 13px/20px var(--lk-font);
    }
    dd {
      font: var(--lk-body);
      color: var(--lk-ink-2);
    }
    .none {
      color: var(--lk-ink-3);
    }
  `,
})
export class Meanings {
  protected readonly platform = inject<PlatformId>(MAT_DIALOG_DATA);
  private readonly points = platformData[this.platform].content;
  protected readonly meanings = Object.values(this.points)
    .filter(({ onCards }) => onCards !== false)
    .map(({ words: { label, definition }, notOffered }) => ({ label, meaning: definition, notOffered }));
}
