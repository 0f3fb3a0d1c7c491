import {
  invitationStatuses,
  type InvitationList,
  type InvitationListParameters,
  type MailQuotas,
} from '@linkage/contracts';
import { ReadModels } from '@linkage/event-sourcing';
import { Installation } from '@linkage/http';
import { MAIL_QUOTAS } from '@linkage/mail';
import { Pictures } from '@linkage/pictures';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { toInvitationListItem } from './invitation-list.mapper';
import { invitationResponses } from './invitation-responses.projection';
import { invitationList } from './invitation-list.projection';
import { invitationPage } from './invitation-page';
import { waits, type WaitsFor } from './invitation-row';
import { stuckMail } from './stuck-mail';

/** One page of the tab All, with the counts of its filters. */
export class ListInvitations extends Query<InvitationList> {
  constructor(
    readonly workspaceId: string,
    readonly parameters: InvitationListParameters,
  ) {
    super();
  }
}

@QueryHandler(ListInvitations)
export class ListInvitationsHandler implements IQueryHandler<ListInvitations> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly pictures: Pictures,
    private readonly installation: Installation,
    @Inject(MAIL_QUOTAS) private readonly quotas: MailQuotas | null,
  ) {}

  async execute({ workspaceId, parameters }: ListInvitations): Promise<InvitationList> {
    const page = await this.readModels.page(invitationList, invitationPage(workspaceId, parameters));
    const waiting = await this.waiting(workspaceId);
    const counts = await this.counts(workspaceId, waiting);
    const ids = page.rows.map(({ invitationId }) => invitationId);
    const responses = await this.readModels.getMany(invitationResponses, ids);
    const faces = this.pictures.faces(ids);
    return {
      items: page.rows.map((row, i) =>
        toInvitationListItem(row, { responses: responses.get(row.invitationId), avatarUrl: faces[i] ?? null }),
      ),
      next: page.next,
      previous: page.previous,
      total: parameters.search ? null : counts[filterOf(parameters)],
      counts,
      stuckMail: stuckMail(waiting, { sendsMail: this.installation.sendsMail, quotas: this.quotas }),
    };
  }

  private waiting(workspaceId: string): Promise<Readonly<Record<WaitsFor, number>>> {
    return this.readModels.countEach(invitationList, waits, (waiting) => ({ workspaceId, listed: 1, waiting }));
  }

  private async counts(
    workspaceId: string,
    byWaiting: Readonly<Record<WaitsFor, number>>,
  ): Promise<InvitationList['counts']> {
    const counts = await this.readModels.countEach(
      invitationList,
      ['all', 'withdrawn', ...invitationStatuses],
      (filter) => {
        if (filter === 'withdrawn') return { workspaceId, listed: 0 };
        return { workspaceId, listed: 1, ...(filter !== 'all' && { status: filter }) };
      },
    );
    return { ...counts, waiting: Object.values(byWaiting).reduce((sum, count) => sum + count, 0) };
  }
}

const filterOf = ({ withdrawn, waiting, status }: InvitationListParameters): keyof InvitationList['counts'] => {
  if (withdrawn) return 'withdrawn';
  return waiting ? 'waiting' : (status ?? 'all');
};
