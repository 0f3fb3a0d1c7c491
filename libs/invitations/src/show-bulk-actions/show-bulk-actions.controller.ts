import type { BulkActionList, PassedOverList } from '@linkage/contracts';
import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ListBulkActions, ShowPassedOver } from './show-bulk-actions.query';

@ApiTags('invitations')
@Controller('invitations/bulk')
export class ShowBulkActionsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'How far the newest actions on many invitations are' })
  list(@CurrentMember() { workspaceId, memberId }: SignedInMember): Promise<BulkActionList> {
    return this.queries.execute(new ListBulkActions(workspaceId, memberId));
  }

  @Get(':id/passed-over')
  @ApiOperation({ summary: 'Which invitations an action passed over, and why', description: 'The first 1,000.' })
  passedOver(@Param('id') id: string, @CurrentMember() { workspaceId }: SignedInMember): Promise<PassedOverList> {
    return this.queries.execute(new ShowPassedOver(workspaceId, id));
  }
}
