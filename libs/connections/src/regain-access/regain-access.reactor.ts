import { FactLog, fold, ReadModels, type Reactor, type Recorded } from '@linkage/event-sourcing';
import { systemContext } from '@linkage/http';
import type { AccountAnsweredAgain } from '@linkage/published-facts';
import { Grants, Locks } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import { accountDirectory } from '../social-account/account-directory.projection';
import { accountLock } from '../social-account/account-stream';
import { regainAccess } from '../social-account/regain-access';
import { socialAccount } from '../social-account/social-account';
import type { SocialAccountFact } from '../social-account/social-account.events';

/** A lost account that its platform names again works as before. */
@Injectable()
export class RegainAccess implements Reactor<AccountAnsweredAgain> {
  readonly name = 'regain-access';
  readonly streams = ['refresh-'];
  readonly on = ['AccountAnsweredAgain'] as const;
  readonly maxAgeMs = 7 * 24 * 3_600_000;
  /** The account is not asked once more after it has answered; should it be lost again since, its refresh says so. */
  readonly lateToo = true;

  constructor(
    private readonly log: FactLog,
    private readonly readModels: ReadModels,
    private readonly grants: Grants,
    private readonly locks: Locks,
  ) {}

  async react(fact: Recorded<AccountAnsweredAgain>): Promise<void> {
    if (!(await this.readModels.reached(accountDirectory, fact.position)))
      throw new Error('account-directory is behind; try again');
    const address = await this.readModels.get(accountDirectory, fact.data.accountId);
    if (address === undefined) return;
    await this.locks.withLock(accountLock(address.stream), async () => {
      // What was taken away on purpose since then is not given back by what was said before.
      if ((await this.grants.get(address.accountId)) === undefined) return;
      await this.regain(address.stream, fact);
    });
  }

  /** The answer is about one loss: whatever else has happened to the account since counts more. */
  private async regain(stream: string, fact: Recorded<AccountAnsweredAgain>): Promise<void> {
    const history = await this.log.readStream<SocialAccountFact>(stream);
    const newest = history.at(-1);
    if (newest === undefined || newest.id !== fact.causationId) return;
    const facts = regainAccess(fold(socialAccount, history));
    if (facts.length === 0) return;
    const context = systemContext(fact.workspaceId, 'connections', fact);
    await this.log.append({ stream, facts, expected: newest.revision, context });
  }
}
