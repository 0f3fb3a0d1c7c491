import { rowKey, type BarredEmails } from '@linkage/contracts';
import { FactLog, fold } from '@linkage/event-sourcing';
import { Injectable } from '@nestjs/common';
import { invitation, type Invitation } from './invitation';
import type { InvitationFact } from './invitation.events';
import { InvitationStreams } from './invitation-streams.service';

const AT_ONCE = 100;

const hasKey = (keyed: readonly [string | null, string]): keyed is readonly [string, string] => keyed[0] !== null;

/** Asks the log, which is never late. */
@Injectable()
export class OpenInvitations {
  constructor(
    private readonly streams: InvitationStreams,
    private readonly log: FactLog,
  ) {}

  /** Those e-mails, folded, that cannot be invited: because they are, or because their creators want no mails. */
  async among(workspaceId: string, emails: readonly string[]): Promise<BarredEmails> {
    const keyed = emails.map((email) => [rowKey({ email }), email] as const).filter(hasKey);
    const left = [...new Map(keyed)];
    const [invited, optedOut] = [new Set<string>(), new Set<string>()];
    while (left.length > 0)
      await Promise.all(
        left.splice(-AT_ONCE).map(async ([key, email]) => {
          const state = await this.stateOf(workspaceId, email);
          if (state.status === 'open' && !state.erased) invited.add(key);
          if (state.optedOut) optedOut.add(key);
        }),
      );
    return { invited, optedOut };
  }

  private async stateOf(workspaceId: string, email: string): Promise<Invitation> {
    return fold(invitation, await this.log.readStream<InvitationFact>(await this.streams.of(workspaceId, email)));
  }
}
