import { STAGING } from '@linkage/contracts';
import { DomainError, FactLog, LogUnavailable, ReadModels } from '@linkage/event-sourcing';
import { Locks } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import { hasSeat, type SocialAccount } from './social-account';
import { accountSeats } from './account-seats.projection';
import { connectablePlans } from './connectable-plans.projection';

/** How long to wait for the read models to show what is in the log. */
const PATIENCE_MS = 10_000;
/** The same, where the answer is not the last word. */
const SHORT_PATIENCE_MS = 1_500;

const limitReached = (): DomainError =>
  new DomainError('rule-broken', 'staging-limit-reached', 'All accounts of staging access are in use.', {
    reason: 'staging-limit-reached',
  });

/**
 * Lets no more accounts be connected than staging access allows, however many creators finish at the same moment: one
 * after the other, each sees what the one before has recorded.
 */
@Injectable()
export class AccountLimit {
  constructor(
    private readonly locks: Locks,
    private readonly log: FactLog,
    private readonly readModels: ReadModels,
  ) {}

  /**
   * Runs `connect` if there is a seat for the account.
   * @throws DomainError with the reason staging-limit-reached
   */
  async within<T>(workspaceId: string, account: SocialAccount, connect: () => Promise<T>): Promise<T> {
    if (hasSeat(account) || (await this.isUnlimited(workspaceId))) return connect();
    return this.locks.withLock(`plan ${workspaceId}`, async (lost) => {
      if (!(await this.caughtUp(PATIENCE_MS)))
        throw new LogUnavailable('The read models do not show the newest facts yet.', true);
      if (await this.isUnlimited(workspaceId)) return connect();
      if ((await this.left(workspaceId)) === 0) throw limitReached();
      lost.throwIfAborted();
      return connect();
    });
  }

  /** null: any number. Other creators may be faster: `within` has the last word. */
  async seatsLeft(workspaceId: string): Promise<number | null> {
    if (await this.isUnlimited(workspaceId)) return null;
    const left = await this.left(workspaceId);
    if (left > 0) return left;
    // A seat may have become free just now.
    await this.caughtUp(SHORT_PATIENCE_MS);
    return (await this.isUnlimited(workspaceId)) ? null : this.left(workspaceId);
  }

  private async left(workspaceId: string): Promise<number> {
    const used = await this.readModels.count(accountSeats, { workspaceId, taken: 1 });
    return Math.max(0, STAGING.accounts - used);
  }

  private async isUnlimited(workspaceId: string): Promise<boolean> {
    return (await this.readModels.get(connectablePlans, workspaceId))?.plan === 'production';
  }

  private async caughtUp(patienceMs: number): Promise<boolean> {
    const head = await this.log.head();
    if (head === null) return true;
    const reached = await Promise.all([
      this.readModels.reached(accountSeats, head, patienceMs),
      this.readModels.reached(connectablePlans, head, patienceMs),
    ]);
    return !reached.includes(false);
  }
}
