import { readHistoryParameters, type HistoryList } from '@linkage/contracts';
import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { ApiHistoryFilter } from '../sentences/history-filter.decorator';
import { ListHistory } from './list-history.query';

@ApiTags('history')
@Controller('history')
export class ListHistoryController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'What has happened in the workspace, one page of sentences' })
  @ApiHistoryFilter()
  @ApiQuery({
    name: 'grouped',
    required: false,
    enum: ['1'],
    description:
      'One line per refresh, which says what it found, per invite with its accepted e-mail, and per connection with its first refresh, in place of their facts',
  })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'limit', required: false, type: Number, description: '1 to 100, usually 50' })
  list(@Query() query: Record<string, unknown>, @CurrentMember() member: SignedInMember): Promise<HistoryList> {
    return this.queries.execute(new ListHistory(member.workspaceId, readHistoryParameters(query)));
  }
}
