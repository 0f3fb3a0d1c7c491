import { ReadModels, type Reactor, type Recorded } from '@linkage/event-sourcing';
import type {
  SocialAccountAccessRegained,
  SocialAccountConnected,
  SocialAccountReconnected,
} from '@linkage/published-facts';
import { Injectable } from '@nestjs/common';
import { RefreshQueue } from '../refresh/refresh-queue.service';
import { watchedAccounts } from '../refresh/watched-accounts.projection';

type Occasion = SocialAccountConnected | SocialAccountReconnected | SocialAccountAccessRegained;

/**
 * A creator has just connected an account, and the brand wants to see it: its first refresh goes before all others. One
 * that has access again takes its place in the queue. It only rings; what the run does is in the refresh's own facts.
 * If the process dies before, the account is due all the same.
 */
@Injectable()
export class RefreshNewAccount implements Reactor<Occasion> {
  readonly name = 'refresh-new-account';
  readonly streams = ['account-'];
  readonly on = ['SocialAccountConnected', 'SocialAccountReconnected', 'SocialAccountAccessRegained'] as const;
  readonly maxAgeMs = 3_600_000;
  /** The run itself finds out whether the account has been refreshed since. */
  readonly lateToo = true;

  constructor(
    private readonly readModels: ReadModels,
    private readonly queue: RefreshQueue,
  ) {}

  async react(fact: Recorded<Occasion>): Promise<void> {
    if (!(await this.readModels.reached(watchedAccounts, fact.position)))
      throw new Error('watched-accounts is behind; try again');
    const { accountId, platform } = fact.data;
    void this.queue.refresh({ accountId, platform, urgent: fact.type !== 'SocialAccountAccessRegained' });
  }
}
