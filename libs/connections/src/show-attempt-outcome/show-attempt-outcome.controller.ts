import type { AttemptOutcome } from '@linkage/contracts';
import { Public } from '@linkage/http';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ShowAttemptOutcome } from './show-attempt-outcome.query';

@ApiTags('microsite')
@Public()
@Controller('microsite')
export class ShowAttemptOutcomeController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':link/attempts/:attemptId')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'What came of an attempt to connect',
    description: 'Only for attempts made through this link.',
  })
  show(@Param('link') link: string, @Param('attemptId') attemptId: string): Promise<AttemptOutcome> {
    return this.queries.execute(new ShowAttemptOutcome(link, attemptId));
  }
}
