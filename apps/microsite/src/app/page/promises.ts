import { Component } from '@angular/core';
import { Icon } from '@linkage/ui';
import { texts } from '../texts';

/** What is read, what is never done, how to stop. */
@Component({
  selector: 'ms-promises',
  imports: [Icon],
  template: `
    <ul class="promises">
      @for (promise of promises; track promise.bold) {
        <li
          ><lk-icon [name]="promise.icon" /><span
            ><b>{{ promise.bold }}</b> {{ promise.rest }}</span
          ></li
        >
      }
    </ul>
  `,
})
export class Promises {
  protected readonly promises = texts.promises;
}
