import { Component, computed, input } from '@angular/core';
import { parts, type Values } from './texts';

/** A text with its values filled in, each in a `<bdi>`: a Hebrew name must not turn the sentence around it. */
@Component({
  selector: 'ms-say',
  template: `@for (part of said(); track $index) {
    @if (part.value) {
      <bdi>{{ part.text }}</bdi>
    } @else {
      <span>{{ part.text }}</span>
    }
  }`,
})
export class Say {
  readonly text = input.required<string>();
  readonly with = input<Values>({});
  protected readonly said = computed(() => parts(this.text(), this.with()));
}
