import { Component, DOCUMENT, inject, signal } from '@angular/core';
import { Icon } from '@linkage/ui';
import { inAppBrowser } from '../in-app-browser';
import { PageAddress } from '../page-address';
import { Say } from '../say';
import { texts } from '../texts';

/** Inside an app's own browser: the way out, before the log-in page fails. */
@Component({
  selector: 'ms-in-app-notice',
  imports: [Icon, Say],
  template: `
    @if (inside; as browser) {
      <section class="notice info" aria-labelledby="in-app">
        <lk-icon name="external" />
        <div>
          <b id="in-app">{{ texts.heading }}</b>
          <p
            ><ms-say [text]="texts.lead" [with]="{ app: browser.app }" />
            @if (!browser.openUrl) {
              {{ ' ' + texts.menu }}
            }
          </p>
          <p class="actions">
            @if (browser.openUrl; as url) {
              <a class="lk-button secondary" [href]="url">{{ texts.open }}</a>
            }
            <button type="button" class="lk-button secondary" (click)="copy()"
              ><lk-icon name="copy" />{{ texts.copy }}</button
            >
          </p>
          <p role="status">
            @if (copied() === 'yes') {
              {{ texts.copied }}
            }
            @if (copied() === 'no') {
              {{ texts.byHand }}
              <input
                class="lk-input"
                readonly
                [value]="address.clean"
                [attr.aria-label]="texts.byHand"
                (focus)="select($event)"
              />
            }
          </p>
        </div>
      </section>
    }
  `,
})
export class InAppNotice {
  protected readonly texts = texts.inApp;
  protected readonly address = inject(PageAddress);
  private readonly navigator = inject(DOCUMENT).defaultView?.navigator;
  protected readonly inside = inAppBrowser(this.navigator?.userAgent ?? '', this.address.clean);
  protected readonly copied = signal<'yes' | 'no' | null>(null);

  protected async copy(): Promise<void> {
    try {
      if (!this.navigator?.clipboard) throw new Error('no clipboard');
      await this.navigator.clipboard.writeText(this.address.clean);
      this.copied.set('yes');
    } catch {
      // Apps' browsers often forbid it: then the address is shown, ready to be marked.
      this.copied.set('no');
    }
  }

  protected select({ target }: Event): void {
    if (target instanceof HTMLInputElement) target.select();
  }
}
