import { ALL_PROJECTIONS, type OperatorOverview, type Rebuilding } from '@linkage/contracts';
import { RebuildRequest, RetryRequest } from '@linkage/contracts/requests';
import {
  CLOCK,
  ConsumerOperations,
  EVENT_LOG,
  READ_STORE,
  type Clock,
  type EventLog,
  type ReadStore,
} from '@linkage/event-sourcing';
import { ProblemException } from '@linkage/http';
import { Body, Controller, Get, Header, HttpCode, Inject, Logger, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ForOperator } from './operator.guard';
import { overviewOf } from './overview';

@ForOperator()
@Controller('operator')
export class OperatorController {
  private readonly logger = new Logger('Operator');

  constructor(
    private readonly consumers: ConsumerOperations,
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(READ_STORE) private readonly store: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('consumers')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'How projections and reactors stand' })
  async list(): Promise<OperatorOverview> {
    return { now: this.clock.now().toISOString(), consumers: await overviewOf(this.consumers, this.store, this.log) };
  }

  @Post('rebuilds')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Build a read model anew',
    description: 'Beside the one that serves, which is swapped when the new one has caught up. `all` for each of them.',
  })
  async rebuild(@Body() { projection }: RebuildRequest): Promise<Rebuilding> {
    const known = (await this.consumers.status()).filter(({ kind }) => kind === 'projection').map(({ name }) => name);
    const wanted = projection === ALL_PROJECTIONS ? known : known.filter((name) => name === projection);
    if (wanted.length === 0) throw unknown('projection', [...known, ALL_PROJECTIONS]);
    for (const name of wanted) this.consumers.rebuild(name);
    this.logger.log({ msg: 'the operator had read models rebuilt', projections: wanted });
    return { projections: wanted };
  }

  @Post('retries')
  @HttpCode(204)
  @ApiOperation({ summary: 'Let a consumer go on that stands still at a fact' })
  async retry(@Body() { consumer }: RetryRequest): Promise<void> {
    const known = (await this.consumers.status()).map(({ name }) => name);
    if (!known.includes(consumer)) throw unknown('consumer', known);
    this.consumers.retry(consumer);
    this.logger.log({ msg: 'the operator let a consumer go on', consumer });
  }
}

const unknown = (field: string, known: readonly string[]): ProblemException =>
  ProblemException.invalid(field, `Use one of ${known.join(', ')}.`);
