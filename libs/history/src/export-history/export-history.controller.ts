import { Readable } from 'node:stream';
import { queryText, readHistoryFilter, type HistoryItem } from '@linkage/contracts';
import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { CurrentMember, downloadHeaders, downloadName, type SignedInMember } from '@linkage/http';
import { Controller, Get, Inject, Logger, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ApiHistoryFilter } from '../sentences/history-filter.decorator';
import { ExportHistory } from './export-history.query';
import { historyFile, type HistoryFile } from './history-file.service';

async function* written(
  { head, line }: HistoryFile,
  pages: AsyncIterable<readonly HistoryItem[]>,
): AsyncGenerator<string> {
  if (head !== '') yield head;
  for await (const items of pages) if (items.length > 0) yield items.map(line).join('');
}

@ApiTags('history')
@Controller('history/export')
export class ExportHistoryController {
  private readonly logger = new Logger('history');

  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Everything that the filter lets through, as a file' })
  @ApiHistoryFilter()
  @ApiQuery({
    name: 'format',
    required: false,
    enum: ['csv', 'ndjson'],
    description: '`csv` (usual): RFC 4180, UTF-8; `ndjson`: one JSON object a line',
  })
  @ApiQuery({ name: 'bom', required: false, enum: ['1'], description: 'Begin the CSV file with a byte order mark' })
  @ApiOkResponse({ description: 'The file', content: { 'text/csv': { schema: { type: 'string' } } } })
  async export(
    @Query() query: Record<string, unknown>,
    @CurrentMember() member: SignedInMember,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const format = queryText(query, 'format') === 'ndjson' ? 'ndjson' : 'csv';
    const file = historyFile(format, queryText(query, 'bom') === '1');
    const pages = await this.queries.execute(new ExportHistory(member.workspaceId, readHistoryFilter(query)));
    const name = downloadName(['history', member.workspaceName, this.clock.now().toISOString().slice(0, 10)], format);
    // What fails half-way breaks the line off, so that a part is not taken for the whole; the log says why.
    const body = Readable.from(written(file, pages), { objectMode: false });
    body.on('error', (error) => this.logger.error({ msg: 'an export broke off', err: error }));
    await reply.headers(downloadHeaders(file.contentType, name)).send(body);
  }
}
