import type { ParkedFacts, Replaying } from '@linkage/contracts';
import { ReplayRequest } from '@linkage/contracts/requests';
import { EVENT_LOG, type EventLog } from '@linkage/event-sourcing';
import { ProblemException } from '@linkage/http';
import { Body, Controller, Get, Header, HttpCode, Inject, Logger, Param, Post } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOperation } from '@nestjs/swagger';
import { reactionNames } from '../contexts';
import { ForOperator } from './operator.guard';
import { parkedOf } from './parked';

/**
 * What reactions gave up. The log keeps it, so any process can tell and have it tried again, whichever runs the
 * reaction.
 */
@ForOperator()
@Controller('operator')
export class ParkedController {
  private readonly logger = new Logger('Operator');

  constructor(@Inject(EVENT_LOG) private readonly log: EventLog) {}

  @Get('reactions/:name/parked')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'The facts that a reaction could not work on in time',
    description: 'Which they are, why, and how often it was tried; none of their data.',
  })
  @ApiNotFoundResponse({ description: 'not-found' })
  async parked(@Param('name') name: string): Promise<ParkedFacts> {
    if (!reactionNames.includes(name))
      throw new ProblemException({
        status: 404,
        code: 'not-found',
        detail: `There is no reaction "${name}". ${oneOf}`,
      });
    return parkedOf(this.log, name);
  }

  @Post('replays')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Have a reaction try again what it gave up',
    description: 'All of its parked facts, however old. What it does then is done for real, such as sending a mail.',
  })
  async replay(@Body() { reaction }: ReplayRequest): Promise<Replaying> {
    if (!reactionNames.includes(reaction)) throw ProblemException.invalid('reaction', oneOf);
    const replayed = await this.log.groups.replayParked(reaction);
    this.logger.log({ msg: 'the operator had parked facts tried again', reaction, facts: replayed });
    return { replayed };
  }
}

const oneOf = `Use one of ${reactionNames.join(', ')}.`;
