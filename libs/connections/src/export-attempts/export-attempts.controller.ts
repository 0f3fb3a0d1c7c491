import {
  exportedColumns,
  queryText,
  readListParameters,
  type AttemptItem,
  type AttemptList,
  type AttemptListParameters,
} from '@linkage/contracts';
import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { CurrentMember, downloadName, sendCsv, type SignedInMember } from '@linkage/http';
import { Controller, Get, Inject, Logger, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { listedResults } from '../list-attempts/listed-results';
import { ListAttempts } from '../list-attempts/list-attempts.query';
import { attemptColumns } from './attempt-columns.mapper';

const AT_ONCE = 200;

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
  @ApiQuery({ name: 'bom', required: false, enum: ['1'], description: 'Begin the file with a byte order mark' })
  @ApiOkResponse({ description: 'The file', content: { 'text/csv': { schema: { type: 'string' } } } })
  async export(
    @Query() query: Record<string, unknown>,
    @CurrentMember() { workspaceId, workspaceName }: SignedInMember,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wanted = queryText(query, 'result');
    const result = listedResults.find((known) => known === wanted);
    const { cursor: _, ...filter } = { ...readListParameters(query), ...(result && { result }) };
    // Before the answer begins, so that what is refused is said.
    const first = await this.page(workspaceId, filter, null);
    const pages = this.following(workspaceId, filter, first);
    const fileName = downloadName(['attempts', workspaceName, this.clock.now().toISOString().slice(0, 10)], 'csv');
    const mark = queryText(query, 'bom') === '1';
    await sendCsv(reply, { fileName, columns: attemptColumns, pages, mark, logger: this.logger });
  }

  private async *following(
    workspaceId: string,
    filter: AttemptListParameters,
    first: AttemptList,
  ): AsyncGenerator<readonly AttemptItem[]> {
    for (let page = first; ; page = await this.page(workspaceId, filter, page.next)) {
      yield page.items;
      if (page.next === null) return;
    }
  }

  private page(workspaceId: string, filter: AttemptListParameters, cursor: string | null): Promise<AttemptList> {
    const parameters = { ...filter, limit: AT_ONCE, ...(cursor !== null && { cursor }) };
    return this.queries.execute(new ListAttempts(workspaceId, parameters));
  }
}
