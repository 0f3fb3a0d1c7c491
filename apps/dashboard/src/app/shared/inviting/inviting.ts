import type { ComponentType } from '@angular/cdk/portal';
import { Injectable, InjectionToken, inject } from '@angular/core';
import { Dialogs } from '../../base/dialogs';

/** Loads the invite dialog. The app provides it, so that any page can open the dialog of another feature. */
export const INVITE_DIALOG = new InjectionToken<() => Promise<ComponentType<unknown>>>('INVITE_DIALOG');

/** Opens the invite dialog; its code is loaded when it is first needed. */
@Injectable({ providedIn: 'root' })
export class Inviting {
  private readonly dialogs = inject(Dialogs);
  private readonly load = inject(INVITE_DIALOG);

  async open(): Promise<void> {
    if (this.dialogs.anyOpen()) return;
    await this.dialogs.show(this.load, 'invite-title', { disableClose: true, closeOnNavigation: false });
  }
}
