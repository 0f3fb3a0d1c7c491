import { Component, inject } from '@angular/core';
import { MAT_SNACK_BAR_DATA, MatSnackBarRef } from '@angular/material/snack-bar';
import { Toast, type IconName } from '@linkage/ui';

export interface ToastContent {
  text: string;
  icon: IconName;
  action?: { label: string; run: () => void };
}

@Component({
  selector: 'app-toast-host',
  imports: [Toast],
  template: `<lk-toast
    [text]="content.text"
    [icon]="content.icon"
    [action]="content.action?.label ?? null"
    (acted)="act()"
    (closed)="bar.dismiss()"
  />`,
})
export class ToastHost {
  protected readonly bar = inject<MatSnackBarRef<ToastHost>>(MatSnackBarRef);
  protected readonly content = inject<ToastContent>(MAT_SNACK_BAR_DATA);

  protected act(): void {
    this.bar.dismiss();
    this.content.action?.run();
  }
}
