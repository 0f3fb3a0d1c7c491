import { MOST_SELECTED, type MatchingInvitations } from '@linkage/contracts';
import { ERASED, ReadModels } from '@linkage/event-sourcing';
import { Injectable } from '@nestjs/common';
import { tooManySelected } from '../bulk-action/bulk-action.errors';
import { invitationList } from './invitation-list.projection';
import { invitationPage } from './invitation-page';

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
    const request = invitationPage(workspaceId, { ...filter, sort: 'invitedAt', limit: AT_ONCE });
    for await (const rows of this.readModels.pages(invitationList, request)) {
      for (const { invitationId, erasedAt, email } of rows)
        if (erasedAt === null && email !== ERASED && !left.has(invitationId)) ids.push(invitationId);
      if (ids.length > most) throw tooManySelected(most);
    }
    return ids;
  }
}
