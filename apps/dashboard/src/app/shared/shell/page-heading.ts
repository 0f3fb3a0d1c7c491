import { Directive, ElementRef, Injectable, afterNextRender, inject } from '@angular/core';

/** Whether a new page was gone to whose heading is not on screen yet. */
@Injectable({ providedIn: 'root' })
export class Arrival {
  private pending = false;

  announce(): void {
    this.pending = true;
  }

  take(): boolean {
    const { pending } = this;
    this.pending = false;
    return pending;
  }
}

/**
 * The one heading of a page. After going to another page the focus moves to it, so that screen readers say where one
 * is.
 */
@Directive({ selector: 'h1[appPageHeading]', host: { tabindex: '-1' } })
export class PageHeading {
  constructor() {
    const arrival = inject(Arrival);
    const heading = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => {
      if (arrival.take()) heading.focus({ preventScroll: true });
    });
  }
}
