import { ReadModels, type FactContext, type Reactor, type Recorded } from '@linkage/event-sourcing';
import { systemContext } from '@linkage/http';
import type { InvitationWithdrawn } from '@linkage/published-facts';
import { Injectable } from '@nestjs/common';
import { AccountDisconnection } from '../social-account/account-disconnection.service';
import { openAttempts } from '../attempt/open-attempts.projection';
import { OpenChoices } from '../attempt/open-choices.service';
import { invitedCreators } from '../invited-creator/invited-creators.projection';
import type { SocialAccountConnected, SocialAccountReconnected } from '../social-account/social-account.events';

type Occasion = InvitationWithdrawn | SocialAccountConnected | SocialAccountReconnected;

/**
 * Disconnects the accounts of an invitation that was withdrawn with them, and ends what still waits for the creator's
 * answer. A connection may just have been under way, so an account that comes after the withdrawal is ended, too.
 */
@Injectable()
export class EndAccess implements Reactor<Occasion> {
  readonly name = 'end-access';
  readonly streams = ['invitation-', 'account-'];
  readonly on = ['InvitationWithdrawn', 'SocialAccountConnected', 'SocialAccountReconnected'] as const;
  readonly maxAgeMs = 7 * 24 * 3_600_000;
  /** What was promised is done, however late. */
  readonly lateToo = true;

  constructor(
    private readonly readModels: ReadModels,
    private readonly accounts: AccountDisconnection,
    private readonly choices: OpenChoices,
  ) {}

  async react(fact: Recorded<Occasion>): Promise<void> {
    const reached = await Promise.all([
      this.readModels.reached(invitedCreators, fact.position),
      this.readModels.reached(openAttempts, fact.position),
    ]);
    if (reached.includes(false)) throw new Error('invited-creators or open-attempts is behind; try again');
    const creator = await this.readModels.get(invitedCreators, fact.data.invitationId);
    if (!creator?.withdrawn) return;
    await this.choices.end(fact.data.invitationId, this.contextOf(fact));
    if (!creator.accessEnds) return;
    for (const account of creator.accounts)
      if (account.cause !== 'disconnected')
        await this.accounts.disconnect(account, 'member', this.contextOf(fact), { value: fact.id });
  }

  /** The one who withdrew it disconnects; what comes later Linkage does by itself. */
  private contextOf(fact: Recorded<Occasion>): FactContext {
    const context = systemContext(fact.workspaceId, this.name, fact);
    return fact.type === 'InvitationWithdrawn' ? { ...context, actor: fact.actor } : context;
  }
}
