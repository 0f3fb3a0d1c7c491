import type { AttemptItem, AttemptList, AttemptListParameters } from '@linkage/contracts';
import { ReadModels } from '@linkage/event-sourcing';
import { PlatformRegistry } from '@linkage/platforms';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { permissionLabels } from '../attempt/permission-labels';
import { invitedCreators } from '../invited-creator/invited-creators.projection';
import { toAttemptItem } from './attempt-list.mapper';
import { attemptList, type AttemptRow } from './attempt-list.projection';
import { attemptPage } from './attempt-page';
import { attemptTries, triesKey } from './attempt-tries.projection';

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
    private readonly registry: PlatformRegistry,
  ) {}

  async execute({ workspaceId, parameters }: ListAttempts): Promise<AttemptList> {
    const page = await this.readModels.page(attemptList, attemptPage(workspaceId, parameters));
    const counts = await this.counts(workspaceId);
    return {
      items: await this.items(page.rows),
      next: page.next,
      previous: page.previous,
      total: parameters.search ? null : counts[parameters.result ?? 'failed'],
      counts,
    };
  }

  private async items(rows: readonly AttemptRow[]): Promise<AttemptItem[]> {
    const tries = await this.readModels.getMany(attemptTries, [...new Set(rows.map(triesKey))]);
    const others = await this.readModels.getMany(invitedCreators, [
      ...new Set(rows.flatMap((row) => row.otherInvitationId ?? [])),
    ]);
    return rows.map((row) =>
      toAttemptItem(row, {
        tries: tries.get(triesKey(row))?.failed ?? 0,
        missing: permissionLabels(this.registry.find(row.platform)?.permissions ?? [], row.missing),
        otherEmail: others.get(row.otherInvitationId ?? '')?.creatorEmail ?? null,
      }),
    );
  }

  private async counts(workspaceId: string): Promise<AttemptList['counts']> {
    const [all, started, succeeded, failed, abandoned] = await Promise.all([
      this.readModels.count(attemptList, { workspaceId }),
      this.readModels.count(attemptList, { workspaceId, result: 'started' }),
      this.readModels.count(attemptList, { workspaceId, result: 'succeeded' }),
      this.readModels.count(attemptList, { workspaceId, result: 'failed' }),
      this.readModels.count(attemptList, { workspaceId, result: 'abandoned' }),
    ]);
    return { all, started, succeeded, failed, abandoned };
  }
}
