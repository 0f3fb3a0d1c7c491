import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';
import { platforms } from '@linkage/platform-guide';
import type { Acted } from './acted';

/** Asks whether the access to an account is to end, and says what is kept. Closes with true for yes. */
@Component({
  selector: 'app-disconnect',
  imports: [MatDialogClose],
  template: `
    <div class="dialog">
      <header
        ><h2 id="disconnect-title"
          >Disconnect <bdi>{{ account.username }}</bdi>?</h2
        ></header
      >
      <div class="body"
        ><p id="disconnect-text"
          >Linkage gives up its access to {{ platform }} and no longer refreshes the account. Its history and its
          figures so far are kept. <bdi>{{ account.creatorName }}</bdi> can connect it again with the same link.</p
        ></div
      >
      <footer>
        <span class="lk-space"></span>
        <button type="button" class="lk-button quiet" mat-dialog-close cdkFocusInitial>Keep</button>
        <button type="button" class="lk-button danger" [mat-dialog-close]="true">Disconnect account</button>
      </footer>
    </div>
  `,
  styleUrl: '../base/dialog.css',
})
export class Disconnect {
  protected readonly account = inject<Acted>(MAT_DIALOG_DATA);
  protected readonly platform = platforms[this.account.platform].name;
}
