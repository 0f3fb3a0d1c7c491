import { Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon';

let made = 0;

/** Label above, note or error below, tied to the control inside. Put `lkControl` on the control. */
@Component({
  selector: 'lk-field',
  imports: [Icon],
  template: `
    <label class="lk-label" [attr.for]="controlId">{{ label() }}</label>
    <ng-content />
    <div aria-live="polite" [id]="noteId">
      @if (error(); as message) {
        <p class="lk-note bad"
          ><lk-icon name="alert" [size]="14" /><span>{{ message }}</span></p
        >
      } @else if (note()) {
        <p class="lk-note">{{ note() }}</p>
      }
    </div>
    <ng-content select="[lkBelow]" />
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
  `,
})
export class Field {
  readonly label = input.required<string>();
  readonly error = input<string | null>(null);
  readonly note = input<string | null>(null);
  readonly controlId = `lk-control-${++made}`;
  readonly noteId = `${this.controlId}-note`;
  readonly described = computed(() => (this.error() !== null || this.note() !== null ? this.noteId : null));
}
