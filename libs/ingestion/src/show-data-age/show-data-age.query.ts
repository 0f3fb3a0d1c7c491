import { DATA_AGE, type DataAge, type PlatformId } from '@linkage/contracts';
import { CLOCK, ReadModels, type Clock } from '@linkage/event-sourcing';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { watchedAccounts } from '../refresh/watched-accounts.projection';

const LATE_PER_PAGE = 200;

/** How old the figures of a platform's accounts are, in all workspaces together. */
export class ShowDataAge extends Query<DataAge> {
  constructor(readonly platform: PlatformId) {
    super();
  }
}

@QueryHandler(ShowDataAge)
export class ShowDataAgeHandler implements IQueryHandler<ShowDataAge> {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ platform }: ShowDataAge): Promise<DataAge> {
    const refreshed = { platform, resting: 0 };
    const accounts = await this.readModels.count(watchedAccounts, refreshed);
    const late = this.readModels.pages(watchedAccounts, {
      where: { ...refreshed, readAt: { lte: this.clock.now().getTime() - DATA_AGE.within } },
      sort: [{ field: 'readAt', direction: 'asc' }],
      limit: LATE_PER_PAGE,
    });
    let [count, oldest] = [0, null as number | null];
    for await (const rows of late) {
      count += rows.length;
      oldest ??= rows[0]?.readAt ?? null;
    }
    return { accounts, late: count, oldest: oldest === null ? null : new Date(oldest).toISOString() };
  }
}
