import { Component, DOCUMENT, inject, input } from '@angular/core';
import { Icon } from '@linkage/ui';
import { PageAddress } from '../page-address';
import { texts } from '../texts';

@Component({
  selector: 'ms-footer',
  imports: [Icon],
  template: `
    <footer class="foot">
      @if (sections().includes('help')) {
        <a [href]="address.section('help')"><lk-icon name="help" [size]="14" />{{ texts.footer.help }}</a>
      }
      @if (sections().includes('privacy')) {
        <a [href]="address.section('privacy')" (click)="unfold()">{{ texts.footer.privacy }}</a>
      }
      <span class="by">
        <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.25" aria-hidden="true">
          <circle cx="6.5" cy="17.5" r="3.75" />
          <circle cx="17.5" cy="6.5" r="3.75" fill="currentColor" />
          <path d="M9.3 14.7l5.4-5.4" />
        </svg>
        {{ texts.by }}
      </span>
    </footer>
  `,
})
export class Footer {
  /** Which of the sections that the links go to the page has. */
  readonly sections = input.required<readonly ('help' | 'privacy')[]>();
  protected readonly texts = texts;
  protected readonly address = inject(PageAddress);
  private readonly document = inject(DOCUMENT);

  protected unfold(): void {
    this.document.getElementById('privacy')?.setAttribute('open', '');
  }
}
