import { queryText, readListParameters, type AttemptList } from '@linkage/contracts';
import { AsOf, CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { listedResults } from './listed-results';
import { ListAttempts } from './list-attempts.query';

@ApiTags('connections')
@Controller('attempts')
export class ListAttemptsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @AsOf()
  @ApiOperation({
    summary: 'Attempts of creators to connect, one page',
    description:
      'The failed ones unless `result` says otherwise. `open`: the newest that stopped short, of each creator and platform that has not connected since.',
  })
  @ApiQuery({ name: 'result', required: false, enum: listedResults })
  @ApiQuery({ name: 'direction', required: false, enum: ['asc', 'desc'] })
  @ApiQuery({ name: 'search', required: false })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'limit', required: false, type: Number })
  list(@Query() query: Record<string, unknown>, @CurrentMember() member: SignedInMember): Promise<AttemptList> {
    const wanted = queryText(query, 'result');
    const result = listedResults.find((known) => known === wanted);
    return this.queries.execute(
      new ListAttempts(member.workspaceId, { ...readListParameters(query), ...(result && { result }) }),
    );
  }
}
