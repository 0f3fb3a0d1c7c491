import { exportedColumns, queryText, readListParameters } from '@linkage/contracts';
import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { ApiCsvFile, CurrentMember, sendCsv, type SignedInMember } from '@linkage/http';
import { Controller, Get, Inject, Logger, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { listedResults } from '../list-attempts/listed-results';
import { attemptColumns } from './attempt-columns.mapper';
import { ExportAttempts } from './export-attempts.query';

@ApiTags('connections')
@Controller('attempts/export')
export class ExportAttemptsController {
  private readonly logger = new Logger('connections');

  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'All attempts that the filter lets through, as a CSV file',
    description: `RFC 4180, UTF-8. Columns: ${exportedColumns.attempts.join(', ')}.`,
  })
  @ApiQuery({ name: 'result', required: false, enum: listedResults })
  @ApiQuery({ name: 'direction', required: false, enum: ['asc', 'desc'] })
  @ApiQuery({ name: 'search', required: false })
  @ApiCsvFile()
  async export(
    @Query() query: Record<string, unknown>,
    @CurrentMember() { workspaceId, workspaceName }: SignedInMember,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wanted = queryText(query, 'result');
    const result = listedResults.find((known) => known === wanted);
    const filter = { ...readListParameters(query), ...(result && { result }) };
    await sendCsv(reply, {
      name: ['attempts', workspaceName],
      at: this.clock.now(),
      columns: attemptColumns,
      pages: await this.queries.execute(new ExportAttempts(workspaceId, filter)),
      mark: queryText(query, 'bom') === '1',
      logger: this.logger,
    });
  }
}
