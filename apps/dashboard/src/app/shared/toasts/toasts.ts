import { Injectable, inject } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { IconName } from '@linkage/ui';
import { ToastHost, type ToastContent } from './toast-host';

const READING_TIME = 6_000;

/** Short reports at the bottom right, read out politely. One with an action stays until it is closed. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly bar = inject(MatSnackBar);

  show(text: string, icon: IconName = 'check'): void {
    this.open({ text, icon });
  }

  /** A command that did not happen, with a way to try again. */
  failed(text: string, again: () => void): void {
    this.open({ text, icon: 'alert', action: { label: 'Try again', run: again } });
  }

  private open(content: ToastContent): void {
    this.bar.openFromComponent(ToastHost, {
      data: content,
      politeness: 'polite',
      horizontalPosition: 'right',
      verticalPosition: 'bottom',
      ...(content.action === undefined && { duration: READING_TIME }),
    });
  }
}
