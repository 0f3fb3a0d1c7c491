import { Component, input } from '@angular/core';
import { Say } from '../say';
import { texts } from '../texts';

/** What happens with what is read. */
@Component({
  selector: 'ms-privacy',
  imports: [Say],
  template: `
    <details id="privacy"
      ><summary>{{ texts.heading }}</summary
      ><ul>
        @for (point of texts.points; track point) {
          <li><ms-say [text]="point" [with]="{ brand: brand() }" /></li>
        }</ul
    ></details>
  `,
})
export class Privacy {
  readonly brand = input.required<string>();
  protected readonly texts = texts.privacy;
}
