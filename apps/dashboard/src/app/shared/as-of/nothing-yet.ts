import { Component, inject } from '@angular/core';
import { EmptyState } from '@linkage/ui/empty-state';
import { AsOf } from './as-of';

/** A list that was empty then. */
@Component({
  selector: 'app-nothing-yet',
  imports: [EmptyState],
  template: `
    <lk-empty heading="Nothing here yet on that day" [drawing]="true">
      On {{ asOf.label() }} this list was empty.
      <button lkActions type="button" class="lk-button secondary" (click)="asOf.go(null)">Back to now</button>
    </lk-empty>
  `,
  styles: `
    :host {
      flex: 1;
      display: flex;
    }
  `,
})
export class NothingYet {
  protected readonly asOf = inject(AsOf);
}
