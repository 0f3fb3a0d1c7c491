import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';
import type { Invited } from './invited';

@Component({
  selector: 'app-withdraw',
  imports: [MatDialogClose],
  template: `
    <div class="dialog">
      <header
        ><h2 id="withdraw-title"
          >Withdraw the invite to <bdi>{{ invited.name }}</bdi>?</h2
        ></header
      >
      <div class="body"
        ><p id="withdraw-text"
          >Its link stops working at once, and the row moves to Withdrawn. You can invite the same e-mail again from
          there.</p
        ></div
      >
      <footer>
        <span class="lk-space"></span>
        <button type="button" class="lk-button quiet touch" mat-dialog-close cdkFocusInitial>Keep</button>
        <button type="button" class="lk-button danger touch" [mat-dialog-close]="true">Withdraw invite</button>
      </footer>
    </div>
  `,
  styleUrl: '../base/dialog.css',
})
export class Withdraw {
  protected readonly invited = inject<Invited>(MAT_DIALOG_DATA);
}
