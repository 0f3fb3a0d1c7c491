import type { AccountProfile } from '@linkage/contracts';
import { AsOf, CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ShowAccountProfile } from './show-account-profile.query';

@ApiTags('analytics')
@Controller('accounts')
export class ShowAccountProfileController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':id')
  @AsOf()
  @ApiOperation({ summary: 'The profile of an account, as of its last refresh' })
  @ApiNotFoundResponse({ description: 'not-found' })
  show(@Param('id') id: string, @CurrentMember() member: SignedInMember): Promise<AccountProfile> {
    return this.queries.execute(new ShowAccountProfile(member.workspaceId, id));
  }
}
