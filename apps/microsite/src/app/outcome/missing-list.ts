import { Component, input } from '@angular/core';
import type { MissingPermission } from '@linkage/contracts';
import { Icon } from '@linkage/ui';
import { Say } from '../say';
import { texts } from '../texts';

/** Permissions that were left unticked, each with what it costs, and how to add them. */
@Component({
  selector: 'ms-missing-list',
  imports: [Icon, Say],
  template: `
    @if (missing().length > 0) {
      <div class="notice warn"
        ><lk-icon name="alert" /><div
          ><ul>
            @for (permission of missing(); track permission.label) {
              <li><ms-say [text]="texts.each" [with]="{ label: permission.label, without: permission.without }" /></li>
            }
          </ul>
          {{ texts.cure }}</div
        ></div
      >
    }
  `,
})
export class MissingList {
  readonly missing = input.required<readonly MissingPermission[]>();
  protected readonly texts = texts.missing;
}
