import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';
import type { InvitationListItem } from '@linkage/contracts';
import { PlatformMark } from '@linkage/ui';
import type { Invited } from './invited';

/** The invitation to withdraw, with the accounts that are still connected through it. */
export interface Withdrawing extends Invited {
  readonly connected: InvitationListItem['accounts'];
}

/** What is done with connected accounts; `none`: there are none. */
export type WithdrawChoice = 'none' | 'keep' | 'disconnect';

const MOST_NAMED = 4;

/**
 * Asks whether an invite is to be withdrawn and, where accounts are connected, what becomes of them. Closes with a
 * `WithdrawChoice` for yes.
 */
@Component({
  selector: 'app-withdraw',
  imports: [MatDialogClose, PlatformMark],
  template: `
    <div class="dialog">
      <header
        ><h2 id="withdraw-title"
          >Withdraw the invite to <bdi>{{ invited.name }}</bdi>?</h2
        ></header
      >
      <div class="body">
        <p id="withdraw-text"
          >No account can be connected with its link any more. You find the invite under Withdrawn, and can invite the
          same e-mail again from there.</p
        >
        @if (invited.connected.length > 0) {
          <fieldset>
            <legend>{{ counted }} connected</legend>
            <ul>
              @for (account of named; track account.accountId) {
                <li
                  ><lk-platform [platform]="account.platform" [bare]="true" /><bdi>{{ account.username }}</bdi></li
                >
              }
              @if (unnamed > 0) {
                <li>and {{ unnamed }} more</li>
              }
            </ul>
            <label class="lk-choice"
              ><input type="radio" name="accounts" value="keep" checked (change)="choice.set('keep')" /><span
                ><b>Keep watching</b
                ><span
                  >Figures are still read every day. <bdi>{{ invited.name }}</bdi> can stop that with the link at any
                  time.</span
                ></span
              ></label
            >
            <label class="lk-choice"
              ><input type="radio" name="accounts" value="disconnect" (change)="choice.set('disconnect')" /><span
                ><b>Disconnect, too</b
                ><span
                  >Linkage gives up its access. Figures and history so far are kept. This cannot be undone.</span
                ></span
              ></label
            >
          </fieldset>
        }
      </div>
      <footer>
        <span class="lk-space"></span>
        <button type="button" class="lk-button quiet" mat-dialog-close cdkFocusInitial>Keep invite</button>
        <button type="button" class="lk-button danger" [mat-dialog-close]="choice()">{{ label() }}</button>
      </footer>
    </div>
  `,
  styleUrl: '../base/dialog.css',
  styles: `
    fieldset {
      display: grid;
      gap: var(--lk-3);
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      margin-bottom: var(--lk-2);
      font: 500 13px/20px var(--lk-font);
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      margin: 0;
      padding: 0;
      list-style: none;
      font: var(--lk-small);
      color: var(--lk-ink-2);
    }
    li {
      display: flex;
      align-items: center;
      gap: 6px;
      min-width: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class Withdraw {
  protected readonly invited = inject<Withdrawing>(MAT_DIALOG_DATA);
  protected readonly choice = signal<WithdrawChoice>(this.invited.connected.length > 0 ? 'keep' : 'none');
  protected readonly label = computed(() =>
    this.choice() === 'disconnect' ? 'Withdraw and disconnect' : 'Withdraw invite',
  );
  protected readonly counted = countedAccounts(this.invited.connected.length);
  protected readonly named = this.invited.connected.slice(0, MOST_NAMED);
  protected readonly unnamed = this.invited.connected.length - this.named.length;
}

/** "1 account is", "3 accounts are" */
function countedAccounts(count: number): string {
  return count === 1 ? '1 account is' : `${count} accounts are`;
}
