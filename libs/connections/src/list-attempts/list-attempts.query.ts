import type { AttemptItem, AttemptList, AttemptListParameters } from '@linkage/contracts';
import { ReadModels, type PageOf } from '@linkage/event-sourcing';
import { Pictures } from '@linkage/pictures';
import { PlatformRegistry } from '@linkage/platforms';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { permissionLabels } from '../attempt/permission-words';
import { invitedCreators } from '../invited-creator/invited-creators.projection';
import { toAttemptItem } from './attempt-list.mapper';
import { attemptList, type AttemptRow } from './attempt-list.projection';
import { attemptPage } from './attempt-page';
import { attemptTries, connectedSince, triesKey } from './attempt-tries.projection';

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
    private readonly pictures: Pictures,
  ) {}

  async execute({ workspaceId, parameters }: ListAttempts): Promise<AttemptList> {
    const page = await this.page(workspaceId, parameters);
    const counts = await this.counts(workspaceId);
    return {
      items: await this.items(page.rows),
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

  private async items(rows: readonly AttemptRow[]): Promise<AttemptItem[]> {
    const tries = await this.readModels.getMany(attemptTries, [...new Set(rows.map(triesKey))]);
    const others = await this.readModels.getMany(invitedCreators, [
      ...new Set(rows.flatMap((row) => row.otherInvitationId ?? [])),
    ]);
    const faces = this.pictures.faces(rows.map(({ invitationId }) => invitationId));
    return rows.map((row, i) =>
      toAttemptItem(row, {
        avatarUrl: faces[i] ?? null,
        tries: tries.get(triesKey(row))?.failed ?? 0,
        connectedSince: connectedSince(row, tries.get(triesKey(row))),
        missing: permissionLabels(this.registry.find(row.platform)?.permissions ?? [], row.missing),
        otherEmail: others.get(row.otherInvitationId ?? '')?.creatorEmail ?? null,
      }),
    );
  }

  private async counts(workspaceId: string): Promise<AttemptList['counts']> {
    const [all, open, started, succeeded, failed, abandoned] = await Promise.all([
      this.readModels.count(attemptList, { workspaceId }),
      this.readModels.count(attemptTries, { workspaceId, open: 1 }),
      this.readModels.count(attemptList, { workspaceId, result: 'started' }),
      this.readModels.count(attemptList, { workspaceId, result: 'succeeded' }),
      this.readModels.count(attemptList, { workspaceId, result: 'failed' }),
      this.readModels.count(attemptList, { workspaceId, result: 'abandoned' }),
    ]);
    return { all, open, started, succeeded, failed, abandoned };
  }
}
