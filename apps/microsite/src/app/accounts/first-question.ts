import {
  Component,
  ElementRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import type { PlatformId } from '@linkage/contracts';
import { platforms } from '@linkage/platform-guide';
import { platformName } from '../names';
import { Say } from '../say';
import { texts } from '../texts';
import { Visit } from '../visit';

/**
 * Under the platform it is about, before its page is opened: can this account be connected at all? Every answer leads
 * on.
 */
@Component({
  selector: 'ms-first-question',
  imports: [Say],
  template: `
    @if (asked(); as about) {
      <div
        class="question"
        role="group"
        aria-labelledby="first-question"
        aria-describedby="first-why"
        (keydown.escape)="visit.askingFirst.set(null)"
      >
        <b id="first-question">{{ about.question }}</b>
        <p id="first-why">{{ about.why }}</p>
        @if (unsure()) {
          <p #how tabindex="-1">{{ texts.how }}</p>
          <ol class="steps">
            @for (step of about.steps; track step) {
              <li>{{ step }}</li>
            }
          </ol>
          <p class="actions">
            <button type="button" class="lk-button primary" (click)="visit.goOn(platform())"
              ><ms-say [text]="texts.goOn" [with]="{ platform: name() }"
            /></button>
            <button type="button" class="lk-button secondary" (click)="visit.askingFirst.set(null)">{{
              texts.later
            }}</button>
          </p>
        } @else {
          <p class="actions">
            <button #yes type="button" class="lk-button primary" (click)="visit.goOn(platform())">{{
              texts.yes
            }}</button>
            <button type="button" class="lk-button secondary" (click)="unsure.set(true)">{{ texts.unsure }}</button>
          </p>
          <button type="button" class="lk-button quiet skip" (click)="visit.goOn(platform())">{{ texts.skip }}</button>
        }
      </div>
    }
  `,
})
export class FirstQuestion {
  readonly platform = input.required<PlatformId>();
  protected readonly texts = texts.firstQuestion;
  protected readonly visit = inject(Visit);
  protected readonly name = computed(() => platformName(this.platform()));
  protected readonly asked = computed(() => platforms[this.platform()].firstQuestion);
  protected readonly unsure = signal(false);
  private readonly yes = viewChild<ElementRef<HTMLElement>>('yes');
  private readonly how = viewChild<ElementRef<HTMLElement>>('how');

  constructor() {
    afterNextRender(() => this.show(this.yes()));
    // The button that was pressed is gone: the steps are read from their beginning.
    effect(() => this.show(this.how()));
  }

  private show(element: ElementRef<HTMLElement> | undefined): void {
    element?.nativeElement.focus({ preventScroll: true });
    element?.nativeElement.closest('.question')?.scrollIntoView?.({ block: 'nearest' });
  }
}
