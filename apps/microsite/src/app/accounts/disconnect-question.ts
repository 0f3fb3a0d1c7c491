import { Component, ElementRef, afterNextRender, input, output, viewChild } from '@angular/core';
import { Say } from '../say';
import { texts } from '../texts';

/**
 * In place, under the account it is about, so that nothing is covered on a small screen. The harmless answer has the
 * focus.
 */
@Component({
  selector: 'ms-disconnect-question',
  imports: [Say],
  template: `
    <div
      class="question"
      role="group"
      aria-labelledby="ask"
      aria-describedby="consequence"
      (keydown.escape)="keep.emit()"
    >
      <b id="ask"><ms-say [text]="texts.ask" [with]="{ account: account() }" /></b>
      <p id="consequence"
        ><ms-say [text]="texts.consequence" [with]="{ brand: brand() }" />
        @if (!forGood()) {
          {{ texts.again }}
        }
      </p>
      <p class="actions">
        <button #harmless type="button" class="lk-button secondary" [disabled]="busy()" (click)="keep.emit()">{{
          texts.keep
        }}</button>
        <button type="button" class="lk-button danger" [disabled]="busy()" (click)="disconnect.emit()">{{
          busy() ? texts.disconnecting : texts.disconnect
        }}</button>
      </p>
    </div>
  `,
})
export class DisconnectQuestion {
  readonly account = input.required<string>();
  readonly brand = input.required<string>();
  /** It cannot be connected again with this link. */
  readonly forGood = input(false);
  readonly busy = input.required<boolean>();
  readonly keep = output();
  readonly disconnect = output();
  protected readonly texts = texts.accounts;
  private readonly harmless = viewChild.required<ElementRef<HTMLButtonElement>>('harmless');

  constructor() {
    afterNextRender(() => {
      this.harmless().nativeElement.focus();
      this.harmless().nativeElement.scrollIntoView?.({ block: 'nearest' });
    });
  }
}
