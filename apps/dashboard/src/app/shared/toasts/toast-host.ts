import { Component, ElementRef, computed, effect, inject, input, output } from '@angular/core';
import { Toast, type IconName } from '@linkage/ui';

export interface ToastContent {
  readonly text: string;
  readonly icon: IconName;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/**
 * Where the toast floats: above dialogs, too. It is there before the first one, so that screen readers listen to it.
 */
@Component({
  selector: 'app-toast-host',
  imports: [Toast],
  template: `
    @for (content of shown(); track content) {
      <lk-toast
        [text]="content.text"
        [icon]="content.icon"
        [action]="content.action?.label ?? null"
        (acted)="act(content)"
        (closed)="closed.emit(content)"
      />
    }
  `,
  host: { popover: 'manual', role: 'status', 'aria-live': 'polite' },
  styles: `
    :host {
      position: fixed;
      inset: auto 24px 56px auto;
      display: block;
      max-width: 480px;
      margin: 0;
      padding: 0;
      overflow: visible;
      border: 0;
      background: none;
      color: inherit;
    }
    @media (max-width: 599px) {
      :host {
        inset: auto 12px 12px;
        width: auto;
        max-width: none;
      }
    }
  `,
})
export class ToastHost {
  readonly content = input<ToastContent | null>(null);
  readonly closed = output<ToastContent>();
  /** A new object is a new element, which is read out again even if it says the same. */
  protected readonly shown = computed(() => [this.content()].filter((content) => content !== null));
  private readonly layer = inject<ElementRef<Partial<HTMLElement>>>(ElementRef).nativeElement;

  constructor() {
    effect(() => {
      if (this.content() === null) return;
      // A dialog may have come on top since.
      this.layer.hidePopover?.();
      this.layer.showPopover?.();
    });
  }

  protected act(content: ToastContent): void {
    this.closed.emit(content);
    content.action?.run();
  }
}
