import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';
import type { PersonToErase } from '@linkage/contracts';
import { Control, Field } from '@linkage/ui/field';

/** What is typed so that a slip of the hand erases nothing. */
const WORD = 'ERASE';

/** Says what goes and what stays, and wants a word typed. Closes with true for yes. */
@Component({
  selector: 'app-confirm-erasure',
  imports: [MatDialogClose, Control, Field],
  template: `
    <form class="dialog" novalidate (submit)="$event.preventDefault()">
      <header
        ><h2 id="erase-title"
          >Erase this {{ person.kind }} of <bdi>{{ person.workspaceName }}</bdi>?</h2
        ></header
      >
      <div class="body">
        <div id="erase-text">
          <h3>What goes</h3>
          <ul>
            @for (line of person.consequences; track line) {
              <li>{{ line }}</li>
            }
            <li
              >Name, e-mail and all that was read of the person become unreadable: in lists, in the history, in the
              past.</li
            >
          </ul>
          <h3>What stays</h3>
          <ul>
            <li>The facts themselves, with random ids, times and counts that lead to no person.</li>
            <li
              >What members wrote in messages, file names and saved views, and the name of the workspace: it is not
              searched for the person.</li
            >
            <li>Backups of vault.db hold the key: renew or remove them afterwards.</li>
            <li>Files that members have exported, and e-mails that were sent.</li>
          </ul>
          <p>This cannot be taken back. Read models are built anew, which takes a while; lists work meanwhile.</p>
        </div>
        <lk-field label="Type ERASE to go on"
          ><input
            lkControl
            name="confirmation"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            [(text)]="typed"
        /></lk-field>
      </div>
      <footer>
        <span class="lk-space"></span>
        <button type="button" class="lk-button quiet" mat-dialog-close cdkFocusInitial>Cancel</button>
        <button type="submit" class="lk-button danger" [disabled]="!isTyped()" [mat-dialog-close]="true"
          >Erase for good</button
        >
      </footer>
    </form>
  `,
  styleUrl: '../base/dialog.css',
  styles: `
    h3 {
      margin: 0 0 4px;
      font: 500 13px/20px var(--lk-font);
    }
    ul {
      display: grid;
      gap: 4px;
      margin: 0 0 var(--lk-4);
      padding-left: 18px;
      list-style: disc;
      font: var(--lk-small);
      color: var(--lk-ink-2);
    }
    #erase-text p {
      font: var(--lk-small);
    }
  `,
})
export class ConfirmErasure {
  protected readonly person = inject<PersonToErase>(MAT_DIALOG_DATA);
  protected readonly typed = signal('');
  protected readonly isTyped = computed(() => this.typed().trim().toUpperCase() === WORD);
}
