import type { ComponentType } from '@angular/cdk/portal';
import { EnvironmentInjector, Injectable, createComponent, inject, type Type } from '@angular/core';
import type { MatDialog, MatDialogConfig, MatDialogRef } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

/** What a drawer is: at the right edge and as high as the window; on phones it comes up from below. */
export const drawer: MatDialogConfig = {
  width: '560px',
  maxWidth: '100vw',
  height: '100dvh',
  position: { top: '0', right: '0' },
  panelClass: 'drawer',
};

/**
 * Dialogs that are there at once, for the keyboard and for screen readers; what moves is CSS. The code for them comes
 * with the first one.
 */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly injector = inject(EnvironmentInjector);
  private loaded: MatDialog | undefined;
  private opening = 0;

  /**
   * Resolves with what the dialog is closed with. A second press while the dialog is on its way shows nothing, and
   * resolves at once with undefined.
   *
   * @param load its code; a failure is the caller's
   * @param labelledBy the id of its heading
   */
  async show<Result = unknown, Data = unknown>(
    load: () => Promise<ComponentType<unknown>>,
    labelledBy: string,
    options: MatDialogConfig<Data> = {},
  ): Promise<Result | undefined> {
    if (this.opening > 0) return undefined;
    this.opening += 1;
    let dialog: MatDialogRef<unknown, Result>;
    try {
      dialog = await this.open<unknown, Data, Result>(await load(), labelledBy, options);
    } finally {
      this.opening -= 1;
    }
    return firstValueFrom(dialog.afterClosed(), { defaultValue: undefined });
  }

  /** For the caller that closes it itself, and over all others. `labelledBy`: the id of its heading. */
  async open<Dialog, Data = unknown, Result = unknown>(
    dialog: ComponentType<Dialog>,
    labelledBy: string,
    options: MatDialogConfig<Data> = {},
  ): Promise<MatDialogRef<Dialog, Result>> {
    const atOnce = { enterAnimationDuration: 0, exitAnimationDuration: 0 };
    this.opening += 1;
    try {
      const dialogs = await this.load();
      return dialogs.open<Dialog, Data, Result>(dialog, {
        width: '520px',
        ariaLabelledBy: labelledBy,
        ...atOnce,
        ...options,
      });
    } finally {
      this.opening -= 1;
    }
  }

  /** Also one that is on its way. */
  anyOpen(): boolean {
    return this.opening > 0 || (this.loaded?.openDialogs.length ?? 0) > 0;
  }

  closeAll(): void {
    this.loaded?.closeAll();
  }

  private async load(): Promise<MatDialog> {
    if (this.loaded) return this.loaded;
    const { MatDialog, DialogStyles } = await import('./material-dialog');
    return (this.loaded ??= this.firstTime(MatDialog, DialogStyles));
  }

  private firstTime(dialog: Type<MatDialog>, styles: Type<unknown>): MatDialog {
    createComponent(styles, { environmentInjector: this.injector });
    return this.injector.get(dialog);
  }
}
