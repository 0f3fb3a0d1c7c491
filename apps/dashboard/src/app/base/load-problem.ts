import { Component, input, output } from '@angular/core';
import type { ApiError } from '@linkage/api-client';
import { Banner, Icon } from '@linkage/ui';

/** A part of a page that could not be loaded: the cause, what is safe, the reference, and a way to try again. */
@Component({
  selector: 'app-load-problem',
  imports: [Banner, Icon],
  template: `
    <lk-banner tone="bad" [icon]="error().code === 'no-answer' ? 'offline' : 'alert'" role="alert"
      ><b>{{ what() }}</b> {{ error().message }} {{ safe() }}
      @if (error().reference; as reference) {
        <span>Reference {{ reference }}.</span>
      }
      <button lkActions type="button" class="lk-button secondary small" (click)="again.emit()"
        ><lk-icon name="refresh" [size]="14" />Try again</button
      ></lk-banner
    >
  `,
})
export class LoadProblem {
  /** "The history could not be loaded." */
  readonly what = input.required<string>();
  readonly error = input.required<ApiError>();
  /** "Nothing is lost." */
  readonly safe = input.required<string>();
  readonly again = output();
}
