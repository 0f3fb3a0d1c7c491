import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';
import type { BulkActionName } from '@linkage/contracts';

/** What is asked before many invites are touched. */
export interface BulkAsked {
  readonly action: BulkActionName;
  /** "1,234 invites" */
  readonly what: string;
}

/** Asks whether it is to be done. Closes with true for yes. */
@Component({
  selector: 'app-bulk-question',
  imports: [MatDialogClose],
  template: `
    <div class="dialog">
      <header
        ><h2 id="bulk-title">{{ asked.action === 'withdraw' ? 'Withdraw' : 'Resend' }} {{ asked.what }}?</h2></header
      >
      <div class="body">
        @if (asked.action === 'withdraw') {
          <p id="bulk-text"
            >No account can be connected with their links any more. Accounts that are connected stay connected. You find
            the invites under Withdrawn, and can undo this for seven days.</p
          >
        } @else {
          <p id="bulk-text"
            >Each creator gets the e-mail once more, with the same link; creators whose account has lost its access are
            asked to reconnect. You can undo this for ten seconds.</p
          >
        }
      </div>
      <footer>
        <span class="lk-space"></span>
        <button type="button" class="lk-button quiet" mat-dialog-close cdkFocusInitial>Cancel</button>
        @if (asked.action === 'withdraw') {
          <button type="button" class="lk-button danger" [mat-dialog-close]="true">Withdraw {{ asked.what }}</button>
        } @else {
          <button type="button" class="lk-button primary" [mat-dialog-close]="true">Resend {{ asked.what }}</button>
        }
      </footer>
    </div>
  `,
  styleUrl: '../base/dialog.css',
})
export class BulkQuestion {
  protected readonly asked = inject<BulkAsked>(MAT_DIALOG_DATA);
}
