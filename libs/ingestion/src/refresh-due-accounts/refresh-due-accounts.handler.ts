import { CLOCK, ReadModels, type Clock, type PageOf, type Where } from '@linkage/event-sourcing';
import { PlatformRegistry } from '@linkage/platforms';
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
  constructor(
    private readonly readModels: ReadModels,
    private readonly platforms: PlatformRegistry,
    private readonly queue: RefreshQueue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Platforms go side by side, so that many accounts of one do not keep another waiting. */
  async execute(): Promise<number> {
    const now = this.clock.now();
    const dueBy = { lt: now.getTime() + 1 };
    const dueAfterItWasSetBack = { gte: now.getTime() + REFRESH_EVERY_MS + 1 };
    const taken = await Promise.all(
      this.platforms.available.map(
        async (platform) =>
          (await this.refreshDue({ platform, dueAt: dueBy }, now)) +
          (await this.refreshDue({ platform, dueAt: dueAfterItWasSetBack }, now)),
      ),
    );
    return taken.reduce((sum, of) => sum + of, 0);
  }

  private async refreshDue(where: Where, now: Date): Promise<number> {
    let taken = 0;
    let cursor: string | null = null;
    do {
      const page: PageOf<WatchedAccount> = await this.readModels.page(watchedAccounts, {
        where,
        sort: [{ field: 'dueAt', direction: 'asc' }],
        limit: accountsPerPage,
        ...(cursor !== null && { cursor }),
      });
      const due = dueAccounts(page.rows, now);
      await Promise.all(due.map((account) => this.queue.refresh(account)));
      taken += due.length;
      cursor = page.next;
    } while (cursor !== null);
    return taken;
  }
}
