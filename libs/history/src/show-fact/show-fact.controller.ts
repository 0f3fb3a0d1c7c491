import type { HistoryFact } from '@linkage/contracts';
import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ShowFact } from './show-fact.query';

@ApiTags('history')
@Controller('history')
export class ShowFactController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':factId')
  @ApiOperation({ summary: 'One fact as it was recorded, with its cause and its effects' })
  @ApiNotFoundResponse({ description: 'not-found' })
  show(@Param('factId') factId: string, @CurrentMember() member: SignedInMember): Promise<HistoryFact> {
    return this.queries.execute(new ShowFact(member.workspaceId, factId, member.memberId));
  }
}
