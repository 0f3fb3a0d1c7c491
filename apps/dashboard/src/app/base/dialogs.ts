import type { ComponentType } from '@angular/cdk/portal';
import { Injectable, inject } from '@angular/core';
import { MatDialog, type MatDialogConfig, type MatDialogRef } from '@angular/material/dialog';

/** Dialogs that are there at once, for the keyboard and for screen readers; what moves is CSS. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly dialogs = inject(MatDialog);

  /** `labelledBy`: the id of its heading. */
  open<Dialog, Data = unknown, Result = unknown>(
    dialog: ComponentType<Dialog>,
    labelledBy: string,
    options: MatDialogConfig<Data> = {},
  ): MatDialogRef<Dialog, Result> {
    const atOnce = { enterAnimationDuration: 0, exitAnimationDuration: 0 };
    return this.dialogs.open<Dialog, Data, Result>(dialog, {
      width: '520px',
      ariaLabelledBy: labelledBy,
      ...atOnce,
      ...options,
    });
  }

  anyOpen(): boolean {
    return this.dialogs.openDialogs.length > 0;
  }
}
