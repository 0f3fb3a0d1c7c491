import { Injectable, inject } from '@angular/core';
import { InvitationsApi, toApiError } from '@linkage/api-client';
import type { BulkActionName, MatchingInvitations } from '@linkage/contracts';
import { firstValueFrom } from 'rxjs';
import { newUuid } from '../base/new-uuid';
import { Changes } from '../shared/changes/changes';
import { Toasts } from '../shared/toasts/toasts';
import { BulkWatch } from './bulk-watch';

export interface BulkRequest {
  readonly action: BulkActionName;
  readonly invitationIds?: string[];
  readonly matching?: MatchingInvitations;
}

/** Starts and undoes actions on many invitations. */
@Injectable({ providedIn: 'root' })
export class BulkCommands {
  private readonly api = inject(InvitationsApi);
  private readonly toasts = inject(Toasts);
  private readonly changes = inject(Changes);
  private readonly watch = inject(BulkWatch);

  /** Whether it was accepted; the same id makes trying again harmless. */
  async start(request: BulkRequest, bulkId = newUuid()): Promise<boolean> {
    try {
      await firstValueFrom(this.api.startBulk({ bulkId, ...request }));
    } catch (error) {
      const { message } = toApiError(error);
      this.toasts.failed(`Nothing was done. ${message}`, () => void this.start(request, bulkId));
      return false;
    }
    await this.watch.ask();
    this.watch.started.set(bulkId);
    this.changes.announce('invitations');
    return true;
  }

  async undo(bulkId: string): Promise<void> {
    try {
      await firstValueFrom(this.api.undoBulk(bulkId));
    } catch (error) {
      this.toasts.show(`Not undone. ${toApiError(error).message}`, 'alert');
    }
    await this.watch.ask();
    this.changes.announce('invitations');
  }
}
