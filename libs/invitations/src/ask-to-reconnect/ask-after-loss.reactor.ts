import { CLOCK, CommandHandling, NotYet, type Clock, type Reactor, type Recorded } from '@linkage/event-sourcing';
import { systemContext } from '@linkage/http';
import type { SocialAccountAccessLost } from '@linkage/published-facts';
import { Inject, Injectable } from '@nestjs/common';
import { invitation } from '../invitation/invitation';
import { InvitationFinder } from '../invitation/invitation-finder.service';
import { MailAllowance } from '../invitation/mail-allowance.service';
import type { MailRefusal } from '../invitation/mail-quota';
import { LostAccounts } from '../invitation/lost-accounts.service';
import { askOnceToReconnect } from './ask-to-reconnect';

const DAY_MS = 24 * 3_600_000;

/**
 * Once access to an account is lost, its creator is asked to connect it again: once for each loss, within the quotas of
 * mails.
 */
@Injectable()
export class AskAfterLoss implements Reactor<SocialAccountAccessLost> {
  readonly name = 'ask-after-loss';
  readonly streams = ['account-'];
  readonly on = ['SocialAccountAccessLost'] as const;
  readonly maxAgeMs = 7 * DAY_MS;
  /** As long as the account has not come back, it is as good late as in time. */
  readonly lateToo = true;

  constructor(
    private readonly commands: CommandHandling,
    private readonly invitations: InvitationFinder,
    private readonly accounts: LostAccounts,
    private readonly mails: MailAllowance,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async react(fact: Recorded<SocialAccountAccessLost>): Promise<void> {
    const { workspaceId } = fact;
    const { invitationId, accountId } = fact.data;
    const { stream } = await this.invitations.find(workspaceId, invitationId);
    const lost = await this.accounts.of(invitationId);
    await this.mails.within({ workspaceId, mustConfirmEmail: false }, { stream, kind: 'again' }, (refusal) =>
      this.commands.handle({
        stream,
        decider: invitation,
        context: systemContext(workspaceId, 'invitations', fact),
        idempotencyKey: { value: fact.id },
        decide: (state) => this.unlessRefused(refusal, askOnceToReconnect(accountId, lost, state)),
      }),
    );
  }

  private unlessRefused<T>(refusal: MailRefusal | null, facts: readonly T[]): readonly T[] {
    if (refusal === null || refusal === 'email-not-confirmed' || facts.length === 0) return facts;
    if (refusal === 'no-mail-server') return [];
    throw new NotYet(new Date(this.clock.now().getTime() + refusal.retryAfterSeconds * 1_000));
  }
}
