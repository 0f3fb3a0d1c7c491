import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';
import type { Session } from '@linkage/contracts';
import { SessionStore } from '../shared/session/session-store';

/**
 * Over a page with something unsent: it shows another workspace than the one that this browser is signed in to by now.
 * Closes with `turn`.
 */
@Component({
  selector: 'app-other-workspace',
  imports: [MatDialogClose],
  template: `
    <div class="dialog">
      <header
        ><h2 id="other-workspace-title"
          ><span>You are signed in to </span><bdi>{{ now?.workspace?.name ?? 'another workspace' }}</bdi
          ><span> now</span></h2
        ></header
      >
      <div class="body">
        <p
          ><span>Another tab of this browser signed in. This tab still shows </span><bdi>{{ shown }}</bdi
          ><span>, so nothing is sent from it.</span></p
        >
        <p
          ><span>What you typed is kept in this tab. It is there again when you sign in to </span><bdi>{{ shown }}</bdi
          ><span>.</span></p
        >
      </div>
      <footer>
        <span class="lk-space"></span>
        <button type="button" class="lk-button primary" mat-dialog-close="turn" cdkFocusInitial
          ><span>Go to </span><bdi>{{ now?.workspace?.name ?? 'the other workspace' }}</bdi></button
        >
      </footer>
    </div>
  `,
  styleUrl: '../base/dialog.css',
})
export class OtherWorkspace {
  protected readonly now = inject<Session | undefined>(MAT_DIALOG_DATA, { optional: true });
  protected readonly shown = inject(SessionStore).session()?.workspace.name ?? 'another workspace';
}
