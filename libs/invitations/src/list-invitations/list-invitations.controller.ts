import { invitationStatuses, type InvitationList } from '@linkage/contracts';
import { AsOf, CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { readInvitationParameters } from './invitation-parameters';
import { ListInvitations } from './list-invitations.query';

@ApiTags('invitations')
@Controller('invitations')
export class ListInvitationsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @AsOf()
  @ApiOperation({ summary: 'The invitations of the workspace, one page' })
  @ApiQuery({ name: 'status', required: false, enum: invitationStatuses })
  @ApiQuery({ name: 'withdrawn', required: false, type: Boolean })
  @ApiQuery({ name: 'waiting', required: false, type: Boolean })
  @ApiQuery({ name: 'sort', required: false, enum: ['status', 'invitedAt', 'name'] })
  @ApiQuery({ name: 'direction', required: false, enum: ['asc', 'desc'] })
  @ApiQuery({ name: 'search', required: false })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'limit', required: false, type: Number })
  list(@Query() query: Record<string, unknown>, @CurrentMember() member: SignedInMember): Promise<InvitationList> {
    return this.queries.execute(new ListInvitations(member.workspaceId, readInvitationParameters(query)));
  }
}
