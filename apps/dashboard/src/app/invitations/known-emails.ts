import { effect, inject } from '@angular/core';
import { InvitationsApi } from '@linkage/api-client';
import { firstValueFrom } from 'rxjs';
import type { InviteDraft } from './invite-draft';

const TYPING_PAUSE_MS = 400;

/**
 * Asks, while it is typed, whether an e-mail was invited before. What cannot be asked is said by the server when it is
 * sent.
 */
export class KnownEmails {
  private readonly api = inject(InvitationsApi);

  constructor(private readonly draft: InviteDraft) {
    effect((onCleanup) => {
      const email = draft.completeEmail();
      if (email === null) return;
      const timer = setTimeout(() => void this.ask(email), TYPING_PAUSE_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  private async ask(email: string): Promise<void> {
    try {
      const { invited } = await firstValueFrom(this.api.invitedBefore([email]));
      if (invited.length > 0) this.draft.knowInvited(email);
    } catch {
      // Sending says it.
    }
  }
}
