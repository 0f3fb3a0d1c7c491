import { CommandHandling, type FactContext, type IdempotencyKey, type Position } from '@linkage/event-sourcing';
import { PlatformError, PlatformRegistry, type AccessGrant } from '@linkage/platforms';
import { Grants, Locks } from '@linkage/vault';
import { Injectable, Logger } from '@nestjs/common';
import type { AccountAddress } from './account-directory.projection';
import { accountLock } from './account-stream';
import { socialAccount } from './social-account';
import { disconnectAccount } from './disconnect-account';
import type { SocialAccountDisconnected } from './social-account.events';

export interface Disconnected {
  readonly position: Position | null;
  /** False: it was disconnected already. */
  readonly ended: boolean;
  /** Whether the platform took the access back; null: there was none. */
  readonly revoked: boolean | null;
}

/** Ends the access to an account, whichever way that was asked for: by the creator's link, by a member, with a withdrawal, by an erasure. */
@Injectable()
export class AccountDisconnection {
  private readonly logger = new Logger('connections');

  constructor(
    private readonly registry: PlatformRegistry,
    private readonly grants: Grants,
    private readonly locks: Locks,
    private readonly commands: CommandHandling,
  ) {}

  /** The grant goes first: if the fact cannot be recorded, it is asked for again and nothing was kept meanwhile. */
  disconnect(
    account: Omit<AccountAddress, 'workspaceId'>,
    by: SocialAccountDisconnected['data']['by'],
    context: FactContext,
    idempotencyKey?: IdempotencyKey,
  ): Promise<Disconnected> {
    return this.locks.withLock(accountLock(account.stream), async () => {
      const grant = await this.grants.get<AccessGrant>(account.accountId);
      await this.grants.remove(account.accountId);
      try {
        const { facts, position } = await this.commands.handle({
          stream: account.stream,
          decider: socialAccount,
          context,
          idempotencyKey,
          decide: (state) => disconnectAccount(by, state),
        });
        return { position, ended: facts.length > 0, revoked: grant ? await this.revoke(account, grant) : null };
      } catch (error) {
        if (grant) await this.revoke(account, grant);
        throw error;
      }
    });
  }

  /** Best effort on the platform's side; here the grant is gone in any case. */
  private async revoke({ platform }: Pick<AccountAddress, 'platform'>, grant: AccessGrant): Promise<boolean> {
    try {
      await this.registry.find(platform)?.revoke(grant);
      return true;
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      this.logger.warn({ msg: 'the platform did not take the revocation', platform, outcome: error.trouble.outcome });
      return false;
    }
  }
}
