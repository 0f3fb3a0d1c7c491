import { queryText, readListParameters, type AttemptList, type AttemptListParameters } from '@linkage/contracts';
import { AsOf, CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { ListAttempts } from './list-attempts.query';

const results: readonly NonNullable<AttemptListParameters['result']>[] = [
  'failed',
  'abandoned',
  'succeeded',
  'started',
  'all',
];

@ApiTags('connections')
@Controller('attempts')
export class ListAttemptsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @AsOf()
  @ApiOperation({
    summary: 'Attempts of creators to connect, one page',
    description: 'The failed ones unless `result` says otherwise.',
  })
  @ApiQuery({ name: 'result', required: false, enum: results })
  @ApiQuery({ name: 'direction', required: false, enum: ['asc', 'desc'] })
  @ApiQuery({ name: 'search', required: false })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'limit', required: false, type: Number })
  list(@Query() query: Record<string, unknown>, @CurrentMember() member: SignedInMember): Promise<AttemptList> {
    const wanted = queryText(query, 'result');
    const result = results.find((known) => known === wanted);
    return this.queries.execute(
      new ListAttempts(member.workspaceId, { ...readListParameters(query), ...(result && { result }) }),
    );
  }
}
