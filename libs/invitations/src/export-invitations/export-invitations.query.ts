import type { InvitationListItem, InvitationListParameters, MatchingInvitations } from '@linkage/contracts';
import { ReadModels } from '@linkage/event-sourcing';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { toInvitationListItem } from '../list-invitations/invitation-list.mapper';
import { invitationList } from '../list-invitations/invitation-list.projection';
import { invitationPage } from '../list-invitations/invitation-page';
import { invitationResponses } from '../list-invitations/invitation-responses.projection';
import type { InvitationRow } from '../list-invitations/invitation-row';

/** Every invitation that the filter lets through, as it is asked for: a few at a time are in memory. */
export class ExportInvitations extends Query<AsyncIterable<readonly InvitationListItem[]>> {
  constructor(
    readonly workspaceId: string,
    readonly filter: InvitationListParameters | { readonly ids: readonly string[] },
    readonly except: MatchingInvitations['except'] = [],
  ) {
    super();
  }
}

const AT_ONCE = 200;

@QueryHandler(ExportInvitations)
export class ExportInvitationsHandler implements IQueryHandler<ExportInvitations> {
  constructor(private readonly readModels: ReadModels) {}

  execute({ workspaceId, filter, except }: ExportInvitations): Promise<AsyncIterable<readonly InvitationListItem[]>> {
    const pages =
      'ids' in filter
        ? this.picked(workspaceId, [...new Set(filter.ids)])
        : this.matching(workspaceId, filter, new Set(except));
    return Promise.resolve(pages);
  }

  private async *matching(
    workspaceId: string,
    filter: InvitationListParameters,
    except: ReadonlySet<string>,
  ): AsyncGenerator<readonly InvitationListItem[]> {
    const request = invitationPage(workspaceId, { ...filter, limit: AT_ONCE });
    for await (const rows of this.readModels.pages(invitationList, request))
      yield await this.items(rows.filter(({ invitationId }) => !except.has(invitationId)));
  }

  /** In the order that they were picked in. */
  private async *picked(workspaceId: string, ids: readonly string[]): AsyncGenerator<readonly InvitationListItem[]> {
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE);
      const known = await this.readModels.getMany(invitationList, some);
      const rows = some.flatMap((id) => known.get(id) ?? []);
      yield await this.items(rows.filter((row) => row.workspaceId === workspaceId));
    }
  }

  private async items(rows: readonly InvitationRow[]): Promise<readonly InvitationListItem[]> {
    const responses = await this.readModels.getMany(
      invitationResponses,
      rows.map(({ invitationId }) => invitationId),
    );
    return rows.map((row) =>
      toInvitationListItem(row, { responses: responses.get(row.invitationId), avatarUrl: null }),
    );
  }
}
