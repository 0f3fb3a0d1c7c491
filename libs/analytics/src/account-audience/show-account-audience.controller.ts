import type { AccountAudience } from '@linkage/contracts';
import { AsOf, CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ShowAccountAudience } from './show-account-audience.query';

@ApiTags('analytics')
@Controller('accounts')
export class ShowAccountAudienceController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':id/audience')
  @AsOf()
  @ApiOperation({ summary: 'Who follows or watches the account: countries, cities, ages, genders' })
  @ApiNotFoundResponse({ description: 'not-found' })
  show(@Param('id') id: string, @CurrentMember() member: SignedInMember): Promise<AccountAudience> {
    return this.queries.execute(new ShowAccountAudience(member.workspaceId, id));
  }
}
