import { CdkConnectedOverlay, CdkOverlayOrigin, type ConnectedPosition } from '@angular/cdk/overlay';
import { Component, input, signal } from '@angular/core';
import { Icon } from '../icon/icon';

/** A small button that explains a word: opens by click or keyboard, closes by Escape, a second click, or a click elsewhere. */
@Component({
  selector: 'lk-info',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, Icon],
  template: `
    <button
      type="button"
      cdkOverlayOrigin
      #origin="cdkOverlayOrigin"
      [attr.aria-label]="'What is ' + of() + '?'"
      [attr.aria-expanded]="open()"
      (click)="open.set(!open())"
      ><lk-icon name="info" [size]="12"
    /></button>
    <ng-template
      cdkConnectedOverlay
      [cdkConnectedOverlayOrigin]="origin"
      [cdkConnectedOverlayOpen]="open()"
      [cdkConnectedOverlayPositions]="positions"
      (overlayOutsideClick)="open.set(false)"
      (detach)="open.set(false)"
      (overlayKeydown)="$event.key === 'Escape' && open.set(false)"
    >
      <div class="tip" role="status"
        ><b>{{ of() }}</b
        >{{ text() }}</div
      >
    </ng-template>
  `,
  styles: `
    :host {
      display: inline-flex;
    }
    button {
      position: relative;
      display: inline-grid;
      place-items: center;
      width: 24px;
      height: 24px;
      margin: -5px;
      padding: 0;
      border: 0;
      border-radius: var(--lk-r-1);
      background: none;
      color: var(--lk-ink-3);
      cursor: help;
    }
    button:hover,
    button[aria-expanded='true'] {
      color: var(--lk-ink);
    }
    @media (max-width: 599px) {
      button::after {
        content: '';
        position: absolute;
        inset: -10px;
      }
    }
    .tip {
      max-width: min(280px, calc(100vw - 32px));
      padding: 10px 12px;
      border: 1px solid var(--lk-line);
      border-radius: var(--lk-r-2);
      background: var(--lk-raised);
      box-shadow: var(--lk-e-2);
      font: var(--lk-caption);
      color: var(--lk-ink-2);
    }
    .tip b {
      display: block;
      margin-bottom: 2px;
      font-weight: 600;
      color: var(--lk-ink);
    }
  `,
})
export class InfoTip {
  /** The word that is explained. */
  readonly of = input.required<string>();
  readonly text = input.required<string>();
  protected readonly open = signal(false);
  protected readonly positions: ConnectedPosition[] = [
    { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top', offsetY: 8 },
    { originX: 'end', originY: 'bottom', overlayX: 'end', overlayY: 'top', offsetY: 8 },
    { originX: 'start', originY: 'top', overlayX: 'start', overlayY: 'bottom', offsetY: -8 },
  ];
}
