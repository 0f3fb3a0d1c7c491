import { CommandHandling, FactLog, fold, newId, type FactContext } from '@linkage/event-sourcing';
import type { AccessGrant } from '@linkage/platforms';
import { Grants, KeyedHashes, Locks } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import { socialAccount } from './social-account';
import type { SocialAccountFact } from './social-account.events';
import { accountLock, accountStreamKey } from './account-stream';
import { AccountLimit } from './account-limit.service';
import { LoginAccounts } from './login-accounts.service';
import { Revocation } from './revocation.service';
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
    private readonly revocation: Revocation,
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
    const before = await this.grants.get<AccessGrant>(account.accountId);
    await this.grants.put(account.accountId, grant);
    const factId = await this.commands
      .handle({ stream, decider: socialAccount, context, decide: (state) => connectAccount(account, state) })
      .then(({ facts }) => facts.at(-1)?.id ?? null)
      .catch(async (refused: unknown) => {
        // What another process has stored since must not be overwritten.
        if (!lost.aborted) await this.putBack(account, before, grant);
        throw refused;
      });
    if (before !== undefined) await this.endReplaced(account, before, grant);
    return factId;
  }

  private async putBack(
    { platform, accountId }: ConsentedAccount,
    before: AccessGrant | undefined,
    { loginId }: AccessGrant,
  ): Promise<void> {
    if (before === undefined) await this.grants.remove(accountId);
    else await this.grants.put(accountId, before);
    if (loginId !== undefined && before?.loginId !== loginId) await this.logins.remove(platform, loginId, accountId);
  }

  /** Another log-in gives the access now: the one before has nothing to do with the account any more. */
  private async endReplaced(
    { platform, accountId }: ConsentedAccount,
    before: AccessGrant,
    { loginId }: AccessGrant,
  ): Promise<void> {
    if (before.loginId === undefined || before.loginId === loginId) return;
    if (!(await this.logins.remove(platform, before.loginId, accountId))) await this.revocation.ask(platform, before);
  }
}
