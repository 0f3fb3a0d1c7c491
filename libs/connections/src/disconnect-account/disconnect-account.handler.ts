import type { Accepted } from '@linkage/contracts';
import { CommandHandling } from '@linkage/event-sourcing';
import { creatorContext } from '@linkage/http';
import { PlatformError, PlatformRegistry, type AccessGrant } from '@linkage/platforms';
import { Grants, Locks } from '@linkage/vault';
import { Logger } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CreatorOfLink } from '../invited-creator/creator-of-link.service';
import type { AccountOfCreator } from '../invited-creator/invited-creators.projection';
import { accountLock } from '../social-account/account-stream';
import { socialAccount } from '../social-account/social-account';
import { accountNotFound } from '../social-account/social-account.errors';
import { DisconnectAccount } from './disconnect-account.command';
import { disconnectAccount } from './disconnect-account';

@CommandHandler(DisconnectAccount)
export class DisconnectAccountHandler implements ICommandHandler<DisconnectAccount> {
  private readonly logger = new Logger('connections');

  constructor(
    private readonly creators: CreatorOfLink,
    private readonly registry: PlatformRegistry,
    private readonly grants: Grants,
    private readonly locks: Locks,
    private readonly commands: CommandHandling,
  ) {}

  /** The grant goes first: if the fact cannot be recorded, the creator presses again and nothing was kept meanwhile. */
  async execute({ link, accountId, idempotencyKey }: DisconnectAccount): Promise<Accepted> {
    const { workspaceId, invitationId, accounts } = await this.creators.find(link);
    const account = accounts.find((known) => known.accountId === accountId);
    if (account === undefined) throw accountNotFound();
    return this.locks.withLock(accountLock(account.stream), async () => {
      const grant = await this.grants.get<AccessGrant>(accountId);
      await this.grants.remove(accountId);
      try {
        const { position } = await this.commands.handle({
          stream: account.stream,
          decider: socialAccount,
          context: creatorContext(workspaceId, invitationId),
          idempotencyKey,
          decide: (state) => disconnectAccount('creator', state),
        });
        return { position: position ?? '' };
      } finally {
        if (grant) await this.revoke(account, grant);
      }
    });
  }

  /** Best effort on the platform's side; here the grant is gone in any case. */
  private async revoke({ platform }: AccountOfCreator, grant: AccessGrant): Promise<void> {
    try {
      await this.registry.find(platform)?.revoke(grant);
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      this.logger.warn({ msg: 'the platform did not take the revocation', platform, outcome: error.trouble.outcome });
    }
  }
}
