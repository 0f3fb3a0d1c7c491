import { CommandHandling, FactLog, fold, newId, type FactContext } from '@linkage/event-sourcing';
import type { AccessGrant } from '@linkage/platforms';
import { Grants, KeyedHashes, Locks } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import { socialAccount, type SocialAccount } from './social-account';
import type { SocialAccountFact } from './social-account.events';
import { accountLock, accountStreamKey } from './account-stream';
import { AccountLimit } from './account-limit.service';
import { LoginAccounts } from './login-accounts.service';
import { connectAccount, type ConsentedAccount } from './connect-account';

export interface ConnectedAccount {
  readonly accountId: string;
  readonly reconnected: boolean;
  /** Id of the fact that says so. */
  readonly factId: string | null;
}

/**
 * Grant into the vault, then the fact; both under one lock per account, so that connecting and disconnecting never mix.
 */
@Injectable()
export class AccountConnection {
  constructor(
    private readonly hashes: KeyedHashes,
    private readonly locks: Locks,
    private readonly grants: Grants,
    private readonly log: FactLog,
    private readonly commands: CommandHandling,
    private readonly limit: AccountLimit,
    private readonly logins: LoginAccounts,
  ) {}

  /**
   * @throws DomainError with the reason account-linked-elsewhere or staging-limit-reached; then the vault is as it was
   */
  async connect(
    consented: Omit<ConsentedAccount, 'accountId'>,
    grant: AccessGrant,
    context: FactContext,
  ): Promise<ConnectedAccount> {
    const { platform, identity } = consented;
    const stream = `account-${await this.hashes.ofWorkspace(context.workspaceId, accountStreamKey(platform, identity.platformAccountId))}`;
    return this.locks.withLock(accountLock(stream), async (lost) => {
      const before = fold(socialAccount, await this.log.readStream<SocialAccountFact>(stream));
      const isKnown = before.exists && !before.erased;
      const account: ConsentedAccount = { ...consented, accountId: isKnown ? before.accountId : newId() };
      connectAccount(account, before);
      lost.throwIfAborted();
      const factId = await this.limit.within(context.workspaceId, before, () =>
        this.record(stream, account, grant, context, lost),
      );
      return { accountId: account.accountId, reconnected: isKnown, factId };
    });
  }

  private async record(
    stream: string,
    account: ConsentedAccount,
    grant: AccessGrant,
    context: FactContext,
    lost: AbortSignal,
  ): Promise<string | null> {
    if (grant.loginId !== undefined) await this.logins.add(account.platform, grant.loginId, account.accountId);
    const undo = await this.storeGrant(account.accountId, grant);
    try {
      const decide = (state: SocialAccount) => connectAccount(account, state);
      const { facts } = await this.commands.handle({ stream, decider: socialAccount, context, decide });
      return facts.at(-1)?.id ?? null;
    } catch (refused) {
      // What another process has stored since must not be overwritten.
      if (!lost.aborted) await undo();
      throw refused;
    }
  }

  /** Gives the way back to what was stored before. */
  private async storeGrant(accountId: string, grant: AccessGrant): Promise<() => Promise<void>> {
    const stored = await this.grants.get<AccessGrant>(accountId);
    await this.grants.put(accountId, grant);
    return () => (stored === undefined ? this.grants.remove(accountId) : this.grants.put(accountId, stored));
  }
}
