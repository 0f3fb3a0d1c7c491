import { CommandHandling, ReadModels } from '@linkage/event-sourcing';
import { systemContext } from '@linkage/http';
import type { AccessGrant, PlatformNotice } from '@linkage/platforms';
import type { PlatformId } from '@linkage/published-facts';
import { Grants, Locks } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import { LoginAccounts } from '../social-account/login-accounts.service';
import { reportAccessLost } from '../social-account/report-access-lost';
import { accountDirectory, type AccountAddress } from '../social-account/account-directory.projection';
import { accountLock } from '../social-account/account-stream';
import { socialAccount } from '../social-account/social-account';

/**
 * A person took the access back on the platform's side: every account that this log-in gave access to is lost, and no
 * token is kept.
 */
@Injectable()
export class WithdrawnAccess {
  constructor(
    private readonly logins: LoginAccounts,
    private readonly readModels: ReadModels,
    private readonly grants: Grants,
    private readonly locks: Locks,
    private readonly commands: CommandHandling,
  ) {}

  /** Gives the ids of the accounts whose access ended by this. */
  async end(platform: PlatformId, notice: PlatformNotice): Promise<readonly string[]> {
    const ended: string[] = [];
    for (const accountId of await this.logins.of(platform, notice.loginId)) {
      const address = await this.readModels.get(accountDirectory, accountId);
      if (address !== undefined && (await this.endOne(address, notice))) ended.push(accountId);
    }
    return ended;
  }

  /** False: access was given anew since, or there is none. */
  private endOne({ accountId, stream, workspaceId, platform }: AccountAddress, { loginId, at }: PlatformNotice) {
    return this.locks.withLock(accountLock(stream), async () => {
      const grant = await this.grants.get<AccessGrant>(accountId);
      if (grant?.loginId !== undefined && grant.loginId !== loginId) {
        // Connected again by another log-in, whose access stands.
        await this.logins.remove(platform, loginId, accountId);
        return false;
      }
      if (grant === undefined || (at !== null && Date.parse(grant.issuedAt) > at.getTime())) return false;
      await this.grants.remove(accountId);
      await this.logins.end(platform, loginId, accountId);
      await this.commands.handle({
        stream,
        decider: socialAccount,
        context: systemContext(workspaceId, 'connections'),
        decide: (state) => reportAccessLost('permission-revoked', state),
      });
      return true;
    });
  }
}
