import { CommandHandling, type FactContext, type IdempotencyKey, type Position } from '@linkage/event-sourcing';
import type { AccessGrant } from '@linkage/platforms';
import { Grants, Locks } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import type { AccountAddress } from './account-directory.projection';
import { accountLock } from './account-stream';
import { LoginAccounts } from './login-accounts.service';
import { Revocation } from './revocation.service';
import { socialAccount } from './social-account';
import { disconnectAccount } from './disconnect-account';
import type { SocialAccountDisconnected } from './social-account.events';

export interface Disconnected {
  readonly position: Position | null;
  /** False: it was disconnected already. */
  readonly ended: boolean;
  /**
   * Whether the platform took the access back; null: there was none, or other accounts of the same log-in still need
   * it.
   */
  readonly revoked: boolean | null;
}

/**
 * Ends the access to an account, whichever way that was asked for: by the creator's link, by a member, with a
 * withdrawal, by an erasure.
 */
@Injectable()
export class AccountDisconnection {
  constructor(
    private readonly revocation: Revocation,
    private readonly grants: Grants,
    private readonly locks: Locks,
    private readonly commands: CommandHandling,
    private readonly logins: LoginAccounts,
  ) {}

  /** The grant goes first: if the fact cannot be recorded, it is asked for again and nothing was kept meanwhile. */
  disconnect(
    account: Omit<AccountAddress, 'workspaceId'>,
    by: SocialAccountDisconnected['data']['by'],
    context: FactContext,
    idempotencyKey?: IdempotencyKey,
  ): Promise<Disconnected> {
    return this.locks.withLock(accountLock(account.stream), async (lost) => {
      const grant = await this.grants.take<AccessGrant>(account.accountId);
      try {
        // Another process may have connected it anew meanwhile.
        lost.throwIfAborted();
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
  private async revoke(
    { platform, accountId }: Pick<AccountAddress, 'platform' | 'accountId'>,
    grant: AccessGrant,
  ): Promise<boolean | null> {
    const { loginId } = grant;
    if (loginId !== undefined && (await this.logins.end(platform, loginId, accountId))) return null;
    return (await this.revocation.ask(platform, grant)).done;
  }
}
