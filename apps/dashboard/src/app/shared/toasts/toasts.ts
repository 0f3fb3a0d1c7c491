import { Injectable, inject } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { IconName } from '@linkage/ui';
import { ToastHost, type ToastContent } from './toast-host';

const READING_TIME = 6_000;
const UNDO_TIME = 10_000;

/** Short reports at the bottom right, read out politely. One that offers to try again stays until it is closed. */
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

  /** A command that can be taken back for ten seconds. */
  undoable(text: string, undo: () => void): void {
    this.open({ text, icon: 'check', action: { label: 'Undo', run: undo } }, UNDO_TIME);
  }

  private open(content: ToastContent, duration = content.action === undefined ? READING_TIME : undefined): void {
    this.bar.openFromComponent(ToastHost, {
      data: content,
      politeness: 'polite',
      horizontalPosition: 'right',
      verticalPosition: 'bottom',
      ...(duration !== undefined && { duration }),
    });
  }
}
