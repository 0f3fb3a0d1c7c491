import { MOST_SELECTED, type MatchingInvitations } from '@linkage/contracts';
import { ERASED, ReadModels, type PageOf } from '@linkage/event-sourcing';
import { Injectable } from '@nestjs/common';
import { tooManySelected } from '../bulk-action/bulk-action.errors';
import { invitationList } from './invitation-list.projection';
import { invitationPage } from './invitation-page';
import type { InvitationRow } from './invitation-row';

const AT_ONCE = 200;

/** The ids behind a filter, at the moment that it is asked for. */
@Injectable()
export class SelectedInvitations {
  constructor(private readonly readModels: ReadModels) {}

  /** Erased persons are not among them. @throws too-many-selected */
  async matching(
    workspaceId: string,
    { except = [], ...filter }: MatchingInvitations,
    most = MOST_SELECTED,
  ): Promise<readonly string[]> {
    const left = new Set(except);
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const parameters = { ...filter, sort: 'invitedAt', limit: AT_ONCE, ...(cursor !== null && { cursor }) };
      const page: PageOf<InvitationRow> = await this.readModels.page(
        invitationList,
        invitationPage(workspaceId, parameters),
      );
      for (const { invitationId, erasedAt, email } of page.rows)
        if (erasedAt === null && email !== ERASED && !left.has(invitationId)) ids.push(invitationId);
      if (ids.length > most) throw tooManySelected(most);
      cursor = page.next;
    } while (cursor !== null);
    return ids;
  }
}
