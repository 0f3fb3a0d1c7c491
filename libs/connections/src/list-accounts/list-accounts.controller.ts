import { platformIds, queryText, readListParameters, type AccountList } from '@linkage/contracts';
import { AsOf, CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { ListAccounts } from './list-accounts.query';

@ApiTags('connections')
@Controller('accounts')
export class ListAccountsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @AsOf()
  @ApiOperation({ summary: 'The connected accounts of the workspace, one page' })
  @ApiQuery({ name: 'platform', required: false, enum: platformIds })
  @ApiQuery({ name: 'sort', required: false, enum: ['health', 'connectedAt', 'followers', 'creatorName', 'username'] })
  @ApiQuery({ name: 'direction', required: false, enum: ['asc', 'desc'] })
  @ApiQuery({ name: 'search', required: false })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'limit', required: false, type: Number })
  list(@Query() query: Record<string, unknown>, @CurrentMember() member: SignedInMember): Promise<AccountList> {
    const wanted = queryText(query, 'platform');
    const platform = platformIds.find((known) => known === wanted);
    return this.queries.execute(
      new ListAccounts(member.workspaceId, { ...readListParameters(query), ...(platform && { platform }) }),
    );
  }
}
