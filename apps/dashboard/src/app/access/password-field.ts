import { Component, input, model, output, signal } from '@angular/core';
import { Icon } from '@linkage/ui';
import { Control, Field } from '@linkage/ui/field';

/** A password that can be looked at. Pasting and password managers work. */
@Component({
  selector: 'app-password-field',
  imports: [Control, Field, Icon],
  template: `
    <lk-field [label]="label()" [error]="error()" [note]="note()">
      <div class="box">
        <input
          lkControl
          [name]="name()"
          [type]="shown() ? 'text' : 'password'"
          [autocomplete]="autocomplete()"
          spellcheck="false"
          autocapitalize="off"
          [(text)]="value"
          (blur)="left.emit()"
        />
        <button
          type="button"
          class="lk-button quiet icon"
          [attr.aria-label]="shown() ? 'Hide what is typed' : 'Show what is typed'"
          (click)="shown.set(!shown())"
          ><lk-icon [name]="shown() ? 'eye-off' : 'eye'"
        /></button>
      </div>
    </lk-field>
  `,
  styles: `
    .box {
      position: relative;
    }
    input.lk-input {
      height: 40px;
      padding-right: 44px;
      font-size: 14px;
    }
    .lk-button.icon {
      position: absolute;
      right: 4px;
      top: 4px;
    }
    @media (max-width: 959px) {
      input.lk-input {
        height: 48px;
        font-size: 16px;
      }
      .lk-button.icon {
        top: 2px;
        right: 2px;
        width: 44px;
        height: 44px;
      }
    }
  `,
})
export class PasswordField {
  readonly label = input('Password');
  readonly name = input('password');
  readonly value = model('');
  readonly error = input<string | null>(null);
  readonly note = input<string | null>(null);
  readonly autocomplete = input<'new-password' | 'current-password'>('current-password');
  readonly left = output();
  protected readonly shown = signal(false);
}
