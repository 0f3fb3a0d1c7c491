import { exportedColumns, platformIds, queryText, readListParameters } from '@linkage/contracts';
import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { ApiCsvFile, CurrentMember, sendCsv, type SignedInMember } from '@linkage/http';
import { Controller, Get, Inject, Logger, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { accountColumns } from './account-columns.mapper';
import { ExportAccounts } from './export-accounts.query';

@ApiTags('connections')
@Controller('accounts/export')
export class ExportAccountsController {
  private readonly logger = new Logger('connections');

  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'All connected accounts that the filter lets through, as a CSV file',
    description: `RFC 4180, UTF-8. Columns: ${exportedColumns.accounts.join(', ')}.`,
  })
  @ApiQuery({ name: 'platform', required: false, enum: platformIds })
  @ApiQuery({ name: 'sort', required: false, enum: ['health', 'connectedAt', 'followers', 'creatorName', 'username'] })
  @ApiQuery({ name: 'direction', required: false, enum: ['asc', 'desc'] })
  @ApiQuery({ name: 'search', required: false })
  @ApiCsvFile()
  async export(
    @Query() query: Record<string, unknown>,
    @CurrentMember() { workspaceId, workspaceName }: SignedInMember,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wanted = queryText(query, 'platform');
    const platform = platformIds.find((known) => known === wanted);
    const filter = { ...readListParameters(query), ...(platform && { platform }) };
    const pages = await this.queries.execute(new ExportAccounts(workspaceId, filter));
    await sendCsv(reply, {
      name: ['accounts', workspaceName],
      at: this.clock.now(),
      columns: accountColumns,
      pages,
      mark: queryText(query, 'bom') === '1',
      logger: this.logger,
    });
  }
}
