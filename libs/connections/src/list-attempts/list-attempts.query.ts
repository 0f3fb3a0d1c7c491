import type { AttemptList, AttemptListParameters } from '@linkage/contracts';
import { ReadModels, type PageOf } from '@linkage/event-sourcing';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AttemptItems } from './attempt-items.service';
import { attemptList, type AttemptRow } from './attempt-list.projection';
import { attemptPage } from './attempt-page';
import { attemptTries } from './attempt-tries.projection';

/** One page of Failed Connections, with the counts of its filters. */
export class ListAttempts extends Query<AttemptList> {
  constructor(
    readonly workspaceId: string,
    readonly parameters: AttemptListParameters,
  ) {
    super();
  }
}

@QueryHandler(ListAttempts)
export class ListAttemptsHandler implements IQueryHandler<ListAttempts> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly items: AttemptItems,
  ) {}

  async execute({ workspaceId, parameters }: ListAttempts): Promise<AttemptList> {
    const page = await this.page(workspaceId, parameters);
    const counts = await this.counts(workspaceId);
    return {
      items: await this.items.of(page.rows),
      next: page.next,
      previous: page.previous,
      total: parameters.search ? null : counts[parameters.result ?? 'failed'],
      counts,
    };
  }

  private async page(workspaceId: string, parameters: AttemptListParameters): Promise<PageOf<AttemptRow>> {
    const request = attemptPage(workspaceId, parameters);
    if (parameters.result !== 'open') return this.readModels.page(attemptList, request);
    const page = await this.readModels.page(attemptTries, request);
    return { ...page, rows: page.rows.flatMap(({ stopped }) => stopped ?? []) };
  }

  private async counts(workspaceId: string): Promise<AttemptList['counts']> {
    const [attempts, open] = await Promise.all([
      this.readModels.countEach(attemptList, ['all', 'started', 'succeeded', 'failed', 'abandoned'], (result) =>
        result === 'all' ? { workspaceId } : { workspaceId, result },
      ),
      this.readModels.count(attemptTries, { workspaceId, open: 1 }),
    ]);
    return { ...attempts, open };
  }
}
