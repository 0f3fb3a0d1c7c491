import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';
import { Control, Field } from '@linkage/ui/field';

/** For browsers that keep the clipboard to themselves. */
@Component({
  selector: 'app-link-by-hand',
  imports: [MatDialogClose, Control, Field],
  template: `
    <div class="dialog">
      <header
        ><h2 id="link-title"
          >Link for <bdi>{{ data.name }}</bdi></h2
        ></header
      >
      <div class="body"
        ><lk-field label="Link" note="This browser does not let a page copy. The link is marked: copy it by hand."
          ><input #link lkControl readonly [text]="data.url" (focus)="link.select()" /></lk-field
      ></div>
      <footer
        ><span class="lk-space"></span
        ><button type="button" class="lk-button secondary" mat-dialog-close>Close</button></footer
      >
    </div>
  `,
  styleUrl: '../base/dialog.css',
})
export class LinkByHand {
  protected readonly data = inject<{ name: string; url: string }>(MAT_DIALOG_DATA);
}
