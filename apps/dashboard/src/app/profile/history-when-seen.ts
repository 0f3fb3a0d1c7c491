import { DestroyRef, Directive, ViewContainerRef, computed, inject, input, inputBinding } from '@angular/core';

/** So far below what is seen the history is loaded already. */
const AHEAD = '400px';

/** The history of an account, below its place: loaded once that is about to be seen. */
@Directive({ selector: '[appHistoryWhenSeen]' })
export class HistoryWhenSeen {
  private readonly place = inject(ViewContainerRef);
  readonly accountId = input.required<string>({ alias: 'appHistoryWhenSeen' });
  private readonly about = computed(() => ({ subject: this.accountId() }));
  private isGone = false;

  constructor() {
    const eyes = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        eyes.disconnect();
        void this.show();
      },
      { rootMargin: AHEAD },
    );
    eyes.observe(this.place.element.nativeElement as Element);
    inject(DestroyRef).onDestroy(() => {
      this.isGone = true;
      eyes.disconnect();
    });
  }

  private async show(): Promise<void> {
    const { HistoryPanel } = await import('../history');
    if (!this.isGone) this.place.createComponent(HistoryPanel, { bindings: [inputBinding('about', this.about)] });
  }
}
