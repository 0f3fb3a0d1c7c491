import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';
import { formatExact } from '@linkage/ui';

/** Several links, for browsers that keep the clipboard to themselves. */
@Component({
  selector: 'app-links-by-hand',
  imports: [MatDialogClose],
  template: `
    <div class="dialog">
      <header
        ><h2 id="links-title">{{ exact(data.count) }} links</h2></header
      >
      <div class="body"
        ><label for="links-text">This browser does not let a page copy. The links are marked: copy them by hand.</label
        ><textarea #text id="links-text" readonly rows="8" [value]="data.text" (focus)="text.select()"></textarea>
      </div>
      <footer
        ><span class="lk-space"></span
        ><button type="button" class="lk-button secondary" mat-dialog-close>Close</button></footer
      >
    </div>
  `,
  styleUrl: '../base/dialog.css',
  styles: `
    textarea {
      width: 100%;
      padding: var(--lk-2);
      border: 1px solid var(--lk-line-strong);
      border-radius: var(--lk-r-2);
      background: var(--lk-surface);
      color: var(--lk-ink);
      font: var(--lk-small);
      resize: vertical;
    }
  `,
})
export class LinksByHand {
  protected readonly data = inject<{ count: number; text: string }>(MAT_DIALOG_DATA);
  protected readonly exact = formatExact;
}
