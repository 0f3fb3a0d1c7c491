import { exportedColumns, invitationStatuses, queryText, type InvitationListItem } from '@linkage/contracts';
import { PICKED_BODY, SelectedInvitationsRequest } from '@linkage/contracts/requests';
import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { ApiCsvFile, CurrentMember, sendCsv, TakesBody, type SignedInMember } from '@linkage/http';
import { Body, Controller, Get, HttpCode, Inject, Logger, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { expectSelection } from '../bulk-action/expect-selection';
import { readInvitationParameters } from '../list-invitations/invitation-parameters';
import { ExportInvitations } from './export-invitations.query';
import { invitationColumns } from './invitation-columns.mapper';

const COLUMNS = `RFC 4180, UTF-8. Columns: ${exportedColumns.invitations.join(', ')}.`;

@ApiTags('invitations')
@Controller('invitations/export')
export class ExportInvitationsController {
  private readonly logger = new Logger('invitations');

  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All invitations that the filter lets through, as a CSV file', description: COLUMNS })
  @ApiQuery({ name: 'status', required: false, enum: invitationStatuses })
  @ApiQuery({ name: 'withdrawn', required: false, type: Boolean })
  @ApiQuery({ name: 'waiting', required: false, type: Boolean })
  @ApiQuery({ name: 'sort', required: false, enum: ['status', 'invitedAt', 'name'] })
  @ApiQuery({ name: 'direction', required: false, enum: ['asc', 'desc'] })
  @ApiQuery({ name: 'search', required: false })
  @ApiCsvFile()
  async export(
    @Query() query: Record<string, unknown>,
    @CurrentMember() member: SignedInMember,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const pages = await this.queries.execute(
      new ExportInvitations(member.workspaceId, readInvitationParameters(query)),
    );
    await this.send(reply, member, pages, queryText(query, 'bom') === '1');
  }

  @Post()
  @HttpCode(200)
  @TakesBody(PICKED_BODY)
  @ApiOperation({ summary: 'Selected invitations as a CSV file', description: COLUMNS })
  @ApiCsvFile()
  async exportSelected(
    @Body() selected: SelectedInvitationsRequest,
    @CurrentMember() member: SignedInMember,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { invitationIds, matching } = expectSelection(selected);
    const { except, ...filter } = matching ?? {};
    const asked = matching === undefined ? { ids: invitationIds } : filter;
    const pages = await this.queries.execute(new ExportInvitations(member.workspaceId, asked, except));
    await this.send(reply, member, pages, true);
  }

  private send(
    reply: FastifyReply,
    { workspaceName }: SignedInMember,
    pages: AsyncIterable<readonly InvitationListItem[]>,
    mark: boolean,
  ): Promise<void> {
    return sendCsv(reply, {
      name: ['invites', workspaceName],
      at: this.clock.now(),
      columns: invitationColumns,
      pages,
      mark,
      logger: this.logger,
    });
  }
}
