import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';
import { Icon } from '@linkage/ui';

/** Whether single keys do something, and how that is changed. */
export interface KeySwitch {
  on(): boolean;
  switch(on: boolean): void;
}

/** Every key that does something, and the way to switch them off. */
@Component({
  selector: 'app-key-sheet',
  imports: [MatDialogClose, Icon],
  template: `
    <div class="dialog">
      <header
        ><h2 id="keys-title">Keys</h2
        ><button type="button" class="lk-button quiet icon" aria-label="Close" mat-dialog-close
          ><lk-icon name="close" /></button
      ></header>
      <div class="body">
        <dl>
          @for (key of keys; track key.does) {
            <div
              ><dt>
                @for (one of key.press; track one) {
                  <kbd class="lk-key">{{ one }}</kbd>
                }</dt
              ><dd>{{ key.does }}</dd></div
            >
          }
        </dl>
        <label class="lk-choice"
          ><input type="checkbox" [checked]="all.on()" (change)="all.switch($any($event.target).checked)" /><span
            ><b>Single keys do something</b
            ><span>Switch them off if you dictate, or press keys by accident.</span></span
          ></label
        >
      </div>
    </div>
  `,
  styleUrl: '../../base/dialog.css',
  styles: `
    dl {
      display: grid;
      margin: 0;
    }
    dl div {
      display: flex;
      align-items: center;
      gap: 16px;
      min-height: 36px;
      border-bottom: 1px solid var(--lk-line);
    }
    dt {
      display: flex;
      flex: none;
      gap: 4px;
      width: 88px;
    }
    kbd {
      position: static;
    }
    dd {
      margin: 0;
      font: var(--lk-small);
    }
  `,
})
export class KeySheet {
  protected readonly all = inject<KeySwitch>(MAT_DIALOG_DATA);
  protected readonly keys: readonly { readonly press: readonly string[]; readonly does: string }[] = [
    { press: ['/'], does: 'Search' },
    { press: ['i'], does: 'Invite creators' },
    { press: ['1', '2', '3'], does: 'All, Connected Accounts, Failed Connections' },
    { press: ['h'], does: 'History' },
    { press: ['j', 'k'], does: 'Next row, row before' },
    { press: ['Enter'], does: 'Open the row' },
    { press: ['Space'], does: 'Select the row' },
    { press: ['Shift', '↑', '↓'], does: 'Select the next row, too' },
    { press: ['Esc'], does: 'Empty the search, close what is open, select nothing' },
    { press: ['?'], does: 'This list' },
  ];
}
