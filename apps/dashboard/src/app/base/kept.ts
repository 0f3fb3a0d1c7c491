import { computed, effect, linkedSignal, signal, untracked, type Signal } from '@angular/core';
import { rxResource, takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { toApiError } from '@linkage/api-client';
import { auditTime, type Observable } from 'rxjs';

/**
 * One thing on screen that is read again in silence when it changes; the last answer stays while the next is on its
 * way.
 */
export class Kept<T, P> {
  private readonly missed = signal(false);
  private readonly resource;
  readonly value: Signal<T | undefined>;
  readonly loading = computed(() => this.value() === undefined && this.error() === null);
  /** Only when there is nothing to show. */
  readonly error = computed(() => {
    const error = this.resource.error();
    return error === undefined || this.value() !== undefined ? null : toApiError(error.cause ?? error);
  });

  constructor(params: Signal<P>, load: (params: P) => Observable<T>, changes: Observable<unknown>) {
    this.resource = rxResource({ params, stream: (asked) => load(asked.params) });
    this.value = linkedSignal<{ params: P; value: T | undefined }, T | undefined>({
      source: () => ({ params: params(), value: this.resource.hasValue() ? (this.resource.value() as T) : undefined }),
      computation: (now, previous) =>
        now.value ?? (previous !== undefined && previous.source.params === now.params ? previous.value : undefined),
    });
    effect(() => {
      if (this.missed() && this.resource.status() !== 'loading') untracked(() => this.reload());
    });
    changes.pipe(auditTime(120), takeUntilDestroyed()).subscribe(() => this.reload());
  }

  reload(): void {
    this.missed.set(!this.resource.reload());
  }
}
