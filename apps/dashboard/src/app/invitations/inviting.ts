import { Injectable, inject } from '@angular/core';
import { Dialogs } from '../dialogs';

/** Opens the invite dialog; its code is loaded when it is first needed. */
@Injectable({ providedIn: 'root' })
export class Inviting {
  private readonly dialogs = inject(Dialogs);

  async open(): Promise<void> {
    if (this.dialogs.anyOpen()) return;
    const { InviteCreators } = await import('./invite-creators');
    this.dialogs.open(InviteCreators, 'invite-title', { disableClose: true });
  }
}
