import { queryText, type AccountDifferences } from '@linkage/contracts';
import { CLOCK, type Clock } from '@linkage/event-sourcing';
import {
  BYTE_ORDER_MARK,
  CurrentMember,
  downloadHeaders,
  downloadName,
  type SignedInMember,
  DisconnectSignal,
} from '@linkage/http';
import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  ApiBadRequestResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { differencesFile } from './differences-file.service';
import { ApiTwoMoments, twoMoments } from './two-moments.decorator';
import { ShowAccountDifferences } from './show-account-differences.query';

const nameOf = ({ names, from, to }: AccountDifferences): string =>
  downloadName(
    ['comparison', names.find(({ name }) => name === 'username')?.now ?? '', from.slice(0, 10), to.slice(0, 10)],
    'csv',
  );

@ApiTags('analytics')
@Controller('accounts')
export class ExportAccountDifferencesController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':id/differences/export')
  @ApiOperation({
    summary: 'What is different between two moments of an account, as a file',
    description: 'CSV by RFC 4180, UTF-8.',
  })
  @ApiTwoMoments()
  @ApiQuery({ name: 'bom', required: false, enum: ['1'], description: 'Begin with a byte order mark' })
  @ApiBadRequestResponse({ description: '`invalid-request`, as for the differences themselves' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiOkResponse({ description: 'The file', content: { 'text/csv': { schema: { type: 'string' } } } })
  async export(
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @CurrentMember() member: SignedInMember,
    @DisconnectSignal() gone: AbortSignal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { from, to } = twoMoments(query, this.clock.now());
    const differences = await this.queries.execute(new ShowAccountDifferences(member.workspaceId, id, from, to, gone));
    const mark = queryText(query, 'bom') === '1' ? BYTE_ORDER_MARK : '';
    await reply
      .headers(downloadHeaders('text/csv; charset=utf-8', nameOf(differences)))
      .send(`${mark}${differencesFile(differences)}`);
  }
}
