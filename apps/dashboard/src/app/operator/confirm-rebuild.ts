import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';

@Component({
  selector: 'app-confirm-rebuild',
  imports: [MatDialogClose],
  template: `
    <div class="dialog">
      <header
        ><h2 id="rebuild-title">{{ name === null ? 'Rebuild all read models?' : 'Rebuild ' + name + '?' }}</h2></header
      >
      <div class="body"
        ><p id="rebuild-text"
          >{{ name === null ? 'Each is' : 'It is' }} rebuilt from the first fact in the background and then replaces the
          current one. Lists stay as they are meanwhile, and no e-mail is sent. It takes time and space on the disk.</p
        ></div
      >
      <footer>
        <span class="lk-space"></span>
        <button type="button" class="lk-button quiet" mat-dialog-close cdkFocusInitial>Cancel</button>
        <button type="button" class="lk-button primary" [mat-dialog-close]="true">Rebuild</button>
      </footer>
    </div>
  `,
  styleUrl: '../base/dialog.css',
})
export class ConfirmRebuild {
  /** null: all of them. */
  protected readonly name = inject<string | null>(MAT_DIALOG_DATA, { optional: true });
}
