import type { AccountDifferences } from '@linkage/contracts';
import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { CurrentMember, type SignedInMember, DisconnectSignal } from '@linkage/http';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBadRequestResponse, ApiNotFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ShowAccountDifferences } from './show-account-differences.query';
import { ApiTwoMoments, twoMoments } from './two-moments.decorator';

@ApiTags('analytics')
@Controller('accounts')
export class ShowAccountDifferencesController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':id/differences')
  @ApiOperation({ summary: 'What is different between two moments of an account' })
  @ApiTwoMoments()
  @ApiBadRequestResponse({
    description: '`invalid-request`: `from` or `to` is no time or yet to come, or they are the wrong way round.',
  })
  @ApiNotFoundResponse({ description: 'not-found' })
  show(
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @CurrentMember() member: SignedInMember,
    @DisconnectSignal() gone: AbortSignal,
  ): Promise<AccountDifferences> {
    const { from, to } = twoMoments(query, this.clock.now());
    return this.queries.execute(new ShowAccountDifferences(member.workspaceId, id, from, to, gone));
  }
}
