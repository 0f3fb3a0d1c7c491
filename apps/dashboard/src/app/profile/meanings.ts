import { Component } from '@angular/core';
import { MatDialogClose } from '@angular/material/dialog';
import { Icon } from '@linkage/ui';
import { contentMeanings } from '../shared/words/words';

@Component({
  selector: 'app-meanings',
  imports: [MatDialogClose, Icon],
  template: `
    <div class="dialog">
      <header
        ><h2 id="meanings-title">What the figures mean</h2
        ><button type="button" class="lk-button quiet icon touch" aria-label="Close" mat-dialog-close
          ><lk-icon name="close" /></button
      ></header>
      <dl class="body">
        @for (word of meanings; track word.label) {
          <div
            ><dt>{{ word.label }}</dt
            ><dd>{{ word.meaning }}</dd></div
          >
        }
      </dl>
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
  `,
})
export class Meanings {
  protected readonly meanings = contentMeanings;
}
