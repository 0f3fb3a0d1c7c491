import { readListParameters, type HistoryPeople } from '@linkage/contracts';
import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { ListPeople } from './list-people.query';

@ApiTags('history')
@Controller('history/people')
export class ListPeopleController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Members and creators that the history can be filtered by, in alphabetical order' })
  @ApiQuery({ name: 'search', required: false, description: 'Beginnings of name, e-mail or account name' })
  @ApiQuery({ name: 'limit', required: false, type: Number })
  list(@Query() query: Record<string, unknown>, @CurrentMember() member: SignedInMember): Promise<HistoryPeople> {
    const { search, limit } = readListParameters(query);
    return this.queries.execute(new ListPeople(member.workspaceId, search, limit));
  }
}
