import { CLOCK, ReadModels, type Clock, type Where } from '@linkage/event-sourcing';
import { PlatformRegistry } from '@linkage/platforms';
import type { PlatformId } from '@linkage/published-facts';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { REFRESH_EVERY_MS } from '../refresh/due-at';
import { RefreshQueue } from '../refresh/refresh-queue.service';
import { watchedAccounts, type WatchedAccount } from '../refresh/watched-accounts.projection';
import { dueAccounts } from './due-accounts';
import { RefreshDueAccounts } from './refresh-due-accounts.command';

const accountsPerPage = 50;

@CommandHandler(RefreshDueAccounts)
export class RefreshDueAccountsHandler implements ICommandHandler<RefreshDueAccounts> {
  /** Platforms whose accounts are being gone through. */
  private readonly rounds = new Map<PlatformId, { again: boolean; taken: Promise<number> }>();

  constructor(
    private readonly readModels: ReadModels,
    private readonly platforms: PlatformRegistry,
    private readonly queue: RefreshQueue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Each platform goes at its own pace: a slow one, or one that throttles, keeps no other waiting, also not for the
   * next ring.
   */
  async execute(): Promise<number> {
    await this.platforms.lookAtBudgets();
    this.queue.goOn();
    const taken = await Promise.all(this.platforms.available.map((platform) => this.goThrough(platform)));
    return taken.reduce((sum, of) => sum + of, 0);
  }

  private goThrough(platform: PlatformId): Promise<number> {
    const underWay = this.rounds.get(platform);
    if (underWay !== undefined) {
      underWay.again = true;
      return underWay.taken;
    }
    const round = { again: false, taken: Promise.resolve(0) };
    round.taken = this.untilNoneIsDue(platform, round).finally(() => this.rounds.delete(platform));
    this.rounds.set(platform, round);
    return round.taken;
  }

  private async untilNoneIsDue(platform: PlatformId, round: { again: boolean }): Promise<number> {
    let taken = 0;
    do {
      round.again = false;
      /** What was taken, and as due since when: the read model may be behind what a run has just recorded. */
      const tried = new Map<string, number | null>();
      for (let due = await this.longestWaiting(platform, tried); due.length > 0;) {
        for (const { accountId, dueAt } of due) tried.set(accountId, dueAt);
        await Promise.all(due.map((account) => this.queue.refresh(account)));
        taken += due.length;
        due = await this.longestWaiting(platform, tried);
      }
    } while (round.again);
    return taken;
  }

  /**
   * A page of those that are due at this moment: one that had to wait for its platform comes before one that is due for
   * the first time.
   */
  private async longestWaiting(
    platform: PlatformId,
    tried: ReadonlyMap<string, number | null>,
  ): Promise<readonly WatchedAccount[]> {
    const now = this.clock.now();
    const isUntried = ({ accountId, dueAt }: WatchedAccount): boolean => tried.get(accountId) !== dueAt;
    for (const query of dueAt(platform, now))
      for await (const rows of this.readModels.pages(watchedAccounts, { ...query, limit: accountsPerPage })) {
        const due = dueAccounts(rows, now).filter(isUntried);
        if (due.length > 0) return due;
      }
    return [];
  }
}

/** Accounts that are due, and accounts whose time seems far away because the clock was set back. */
function dueAt(platform: PlatformId, now: Date) {
  const by = { lt: now.getTime() + 1 };
  const farAway = { gte: now.getTime() + REFRESH_EVERY_MS + 1 };
  const inOrderOf = (field: 'waitingSince' | 'dueAt', where: Where) => ({
    where: { platform, ...where },
    sort: [{ field, direction: 'asc' as const }],
  });
  return [inOrderOf('waitingSince', { dueAt: by, waitingSince: by }), inOrderOf('dueAt', { dueAt: farAway })];
}
