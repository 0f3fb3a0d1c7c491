import type { AccountDifferences } from '@linkage/contracts';
import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { CurrentMember, pastMoment, ProblemException, type SignedInMember } from '@linkage/http';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBadRequestResponse, ApiNotFoundResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { ShowAccountDifferences } from './show-account-differences.query';

const time = { type: 'string', format: 'date-time' } as const;

@ApiTags('analytics')
@Controller('accounts')
export class ShowAccountDifferencesController {
  constructor(private readonly queries: QueryBus, @Inject(CLOCK) private readonly clock: Clock) {}

  @Get(':id/differences')
  @ApiOperation({ summary: 'What is different between two moments of an account' })
  @ApiQuery({ name: 'from', required: true, schema: time, description: 'The earlier moment: a time with its offset, not in the future' })
  @ApiQuery({ name: 'to', required: false, schema: time, description: 'The later moment; absent: now' })
  @ApiBadRequestResponse({ description: '`invalid-request`: `from` or `to` is no time or yet to come, or they are the wrong way round.' })
  @ApiNotFoundResponse({ description: 'not-found' })
  show(@Param('id') id: string, @Query() query: Record<string, unknown>, @CurrentMember() member: SignedInMember): Promise<AccountDifferences> {
    const now = this.clock.now();
    const [from, to] = [pastMoment(query, 'from', now), pastMoment(query, 'to', now)];
    if (from === undefined) throw ProblemException.invalid('from', 'Give the earlier moment, such as 2026-11-21T09:00:00Z.');
    if (to !== undefined && from > to) throw ProblemException.invalid('from', 'This moment is later than the other one. Give the earlier one here.');
    return this.queries.execute(new ShowAccountDifferences(member.workspaceId, id, from, to));
  }
}
