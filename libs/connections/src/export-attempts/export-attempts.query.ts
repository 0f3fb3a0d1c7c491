import type { AttemptItem, AttemptListParameters } from '@linkage/contracts';
import { ReadModels } from '@linkage/event-sourcing';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AttemptItems } from '../list-attempts/attempt-items.service';
import { attemptList } from '../list-attempts/attempt-list.projection';
import { attemptPage } from '../list-attempts/attempt-page';
import { attemptTries } from '../list-attempts/attempt-tries.projection';

/** Every attempt that the filter lets through, as it is asked for: a few at a time are in memory. */
export class ExportAttempts extends Query<AsyncIterable<readonly AttemptItem[]>> {
  constructor(
    readonly workspaceId: string,
    readonly filter: AttemptListParameters,
  ) {
    super();
  }
}

const AT_ONCE = 200;

@QueryHandler(ExportAttempts)
export class ExportAttemptsHandler implements IQueryHandler<ExportAttempts> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly items: AttemptItems,
  ) {}

  execute(asked: ExportAttempts): Promise<AsyncIterable<readonly AttemptItem[]>> {
    return Promise.resolve(this.pages(asked));
  }

  private async *pages({ workspaceId, filter }: ExportAttempts): AsyncGenerator<readonly AttemptItem[]> {
    const request = attemptPage(workspaceId, { ...filter, limit: AT_ONCE });
    if (filter.result === 'open')
      for await (const rows of this.readModels.pages(attemptTries, request))
        yield await this.items.of(rows.flatMap(({ stopped }) => stopped ?? []));
    else for await (const rows of this.readModels.pages(attemptList, request)) yield await this.items.of(rows);
  }
}
