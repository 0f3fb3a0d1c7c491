import type { InvitationListItem, InvitationListParameters, MatchingInvitations } from '@linkage/contracts';
import { ReadModels, type PageOf } from '@linkage/event-sourcing';
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

  async execute({
    workspaceId,
    filter,
    except,
  }: ExportInvitations): Promise<AsyncIterable<readonly InvitationListItem[]>> {
    if ('ids' in filter) return this.picked(workspaceId, [...new Set(filter.ids)]);
    // Before the answer begins, so that what is refused is said.
    const first = await this.page(workspaceId, filter, null);
    return this.following(workspaceId, filter, first, new Set(except));
  }

  private async *following(
    workspaceId: string,
    filter: InvitationListParameters,
    first: PageOf<InvitationRow>,
    except: ReadonlySet<string>,
  ): AsyncGenerator<readonly InvitationListItem[]> {
    for (let page = first; ; page = await this.page(workspaceId, filter, page.next)) {
      yield await this.items(page.rows.filter(({ invitationId }) => !except.has(invitationId)));
      if (page.next === null) return;
    }
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

  private page(
    workspaceId: string,
    filter: InvitationListParameters,
    cursor: string | null,
  ): Promise<PageOf<InvitationRow>> {
    const { cursor: _, ...others } = filter;
    const parameters = { ...others, limit: AT_ONCE, ...(cursor !== null && { cursor }) };
    return this.readModels.page(invitationList, invitationPage(workspaceId, parameters));
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
