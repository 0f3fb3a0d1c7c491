import { DestroyRef, DOCUMENT, Injectable, InjectionToken, effect, inject, signal } from '@angular/core';
import { MicrositeApi } from '@linkage/api-client';
import { PageAddress } from './page-address';
import { Visit } from './visit';

/** How long the page must stay on the screen to count as seen, in ms. */
export const SEEN_AFTER = new InjectionToken<number>('seen after', { factory: () => 1_500 });

/** Tells, once, that the page was on a screen. A mail scanner fetches the link and runs no script, or does not stay. */
@Injectable({ providedIn: 'root' })
export class SeenPage {
  private readonly api = inject(MicrositeApi);
  private readonly address = inject(PageAddress);
  private readonly visit = inject(Visit);
  private readonly document = inject(DOCUMENT);
  private readonly after = inject(SEEN_AFTER);
  private readonly inFront = signal(!this.document.hidden);
  private told = false;

  constructor() {
    const look = (): void => this.inFront.set(!this.document.hidden);
    this.document.addEventListener('visibilitychange', look);
    inject(DestroyRef).onDestroy(() => this.document.removeEventListener('visibilitychange', look));
    effect((onCleanup) => {
      const site = this.visit.site();
      if (!this.inFront() || site === null || site.withdrawn) return;
      const staying = setTimeout(() => this.tell(), this.after);
      onCleanup(() => clearTimeout(staying));
    });
  }

  /** A creator has no use for an error here; the next look at the page tries again. */
  private tell(): void {
    if (this.told) return;
    this.told = true;
    this.api.visited(this.address.link).subscribe({ error: () => (this.told = false) });
  }
}
