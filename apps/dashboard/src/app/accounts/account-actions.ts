import { Injectable, inject } from '@angular/core';
import { ConnectionsApi, newCommandKey, toApiError } from '@linkage/api-client';
import { firstValueFrom } from 'rxjs';
import { Dialogs } from '../base/dialogs';
import { Changes } from '../shared/changes/changes';
import { Toasts } from '../shared/toasts/toasts';
import type { Acted } from './acted';

/** What a member can do with an account that is connected. */
@Injectable({ providedIn: 'root' })
export class AccountActions {
  private readonly api = inject(ConnectionsApi);
  private readonly changes = inject(Changes);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(Dialogs);

  async disconnect(account: Acted): Promise<void> {
    const load = () => import('./disconnect').then(({ Disconnect }) => Disconnect);
    const options = { width: '440px', role: 'alertdialog', ariaDescribedBy: 'disconnect-text', data: account } as const;
    if (await this.dialogs.show<boolean, Acted>(load, 'disconnect-title', options)) await this.disconnectNow(account);
  }

  private async disconnectNow(account: Acted, key = newCommandKey()): Promise<void> {
    try {
      await firstValueFrom(this.api.disconnect(account.accountId, key));
      for (const list of ['accounts', 'profile'] as const) this.changes.announce(list, account.accountId);
      this.toasts.show(`${account.username} is disconnected.`);
    } catch (error) {
      this.toasts.failed(
        `${account.username} was not disconnected. ${toApiError(error).message}`,
        () => void this.disconnectNow(account, key),
      );
    }
  }
}
