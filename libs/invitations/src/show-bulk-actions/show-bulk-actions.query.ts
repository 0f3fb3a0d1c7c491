import type { BulkActionList, BulkActionProgress, PassedOverCount, PassedOverList } from '@linkage/contracts';
import { CLOCK, ERASED, ReadModels, type Clock } from '@linkage/event-sourcing';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { bulkActionNotFound } from '../bulk-action/bulk-action.errors';
import { bulkStream } from '../bulk-action/bulk-address';
import { invitationList } from '../list-invitations/invitation-list.projection';
import { undoUntil } from '../undo-bulk-action/undo-bulk-action';
import { bulkActions, type BulkActionRow } from './bulk-actions.projection';

const MOST_SHOWN = 5;

/** How far the newest actions of a workspace are. */
export class ListBulkActions extends Query<BulkActionList> {
  constructor(
    readonly workspaceId: string,
    readonly memberId: string,
  ) {
    super();
  }
}

/** Which invitations one of them passed over. */
export class ShowPassedOver extends Query<PassedOverList> {
  constructor(
    readonly workspaceId: string,
    readonly bulkId: string,
  ) {
    super();
  }
}

const countsOf = (counts: Readonly<Record<string, number>>): PassedOverCount[] =>
  Object.entries(counts).map(([reason, count]) => ({ reason, count }));

const undoUntilOf = ({ action, state, startedAt, lastAt }: BulkActionRow, now: string): string | null => {
  const until = undoUntil(action, lastAt ?? startedAt);
  return state === 'running' || (state === 'finished' && until > now) ? until : null;
};

@QueryHandler(ListBulkActions)
export class ListBulkActionsHandler implements IQueryHandler<ListBulkActions> {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ workspaceId, memberId }: ListBulkActions): Promise<BulkActionList> {
    const { rows } = await this.readModels.page(bulkActions, {
      where: { workspaceId },
      sort: [{ field: 'startedAt', direction: 'desc' }],
      limit: MOST_SHOWN,
    });
    const now = this.clock.now().toISOString();
    return { actions: rows.map((row) => this.progressOf(row, memberId, now)) };
  }

  private progressOf(row: BulkActionRow, memberId: string, now: string): BulkActionProgress {
    const { bulkId, action, startedAt, lastAt, rows, done, state, undone } = row;
    return {
      ...{ bulkId, action, startedAt, lastAt, rows, done, state, undone },
      mine: row.memberId === memberId,
      passedOver: countsOf(row.passedOver),
      notUndone: countsOf(row.notUndone),
      undoUntil: undoUntilOf(row, now),
    };
  }
}

@QueryHandler(ShowPassedOver)
export class ShowPassedOverHandler implements IQueryHandler<ShowPassedOver> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ workspaceId, bulkId }: ShowPassedOver): Promise<PassedOverList> {
    const row = await this.readModels.get(bulkActions, bulkStream({ workspaceId, bulkId }));
    if (row === undefined) throw bulkActionNotFound();
    const known = await this.readModels.getMany(
      invitationList,
      row.named.map(({ invitationId }) => invitationId),
    );
    const items = row.named.map(({ invitationId, reason }) => {
      const of = known.get(invitationId);
      const isKnown = of?.workspaceId === workspaceId && of.email !== ERASED;
      return { invitationId, reason, name: isKnown ? of.name : '', email: isKnown ? of.email : '' };
    });
    return { items, total: Object.values(row.passedOver).reduce((sum, count) => sum + count, 0) };
  }
}
