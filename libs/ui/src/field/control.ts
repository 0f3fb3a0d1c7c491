import { Directive, inject } from '@angular/core';
import { Field } from './field';

/** Ties a native control to the `lk-field` around it. */
@Directive({
  selector: 'input[lkControl]',
  host: {
    class: 'lk-input touch',
    '[id]': 'field.controlId',
    '[attr.aria-describedby]': 'field.described()',
    '[attr.aria-invalid]': 'field.error() !== null ? true : null',
  },
})
export class Control {
  protected readonly field = inject(Field);
}
