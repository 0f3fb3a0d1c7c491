import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';

/** Production access cannot be taken back, so it is asked for. Closes with true for yes. */
@Component({
  selector: 'app-confirm-production',
  imports: [MatDialogClose],
  template: `
    <div class="dialog">
      <header
        ><h2 id="production-title"
          >Grant production access to <bdi>{{ name }}</bdi>?</h2
        ></header
      >
      <div class="body"
        ><p id="production-text"
          >The workspace may then watch any number of accounts for any time. Production access does not end and cannot
          be taken back.</p
        ></div
      >
      <footer>
        <span class="lk-space"></span>
        <button type="button" class="lk-button quiet" mat-dialog-close cdkFocusInitial>Cancel</button>
        <button type="button" class="lk-button primary" [mat-dialog-close]="true">Grant production</button>
      </footer>
    </div>
  `,
  styleUrl: '../base/dialog.css',
})
export class ConfirmProduction {
  protected readonly name = inject<string>(MAT_DIALOG_DATA);
}
