import { contentTypes, queryText, readListParameters, type AccountContent } from '@linkage/contracts';
import { AsOf, CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { ListAccountContent } from './list-account-content.query';

@ApiTags('analytics')
@Controller('accounts')
export class ListAccountContentController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':id/content')
  @AsOf()
  @ApiOperation({ summary: 'The posts of an account, newest first, one page' })
  @ApiQuery({
    name: 'type',
    required: false,
    description: `One or more of ${contentTypes.join(', ')}, separated by commas`,
  })
  @ApiQuery({ name: 'from', required: false, description: 'First date (UTC), or a time with its offset' })
  @ApiQuery({ name: 'to', required: false, description: 'Last date (UTC), or a time with its offset; inclusive' })
  @ApiQuery({
    name: 'deleted',
    required: false,
    enum: ['only', 'none'],
    description: 'Only posts that the platform does not have any more, or none of them',
  })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'limit', required: false, type: Number })
  @ApiNotFoundResponse({ description: 'not-found' })
  list(
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @CurrentMember() member: SignedInMember,
  ): Promise<AccountContent> {
    const { cursor, limit } = readListParameters(query);
    const filter = {
      type: queryText(query, 'type'),
      from: queryText(query, 'from'),
      to: queryText(query, 'to'),
      deleted: queryText(query, 'deleted'),
      cursor,
      limit,
    };
    return this.queries.execute(new ListAccountContent(member.workspaceId, id, filter));
  }
}
