import type { MemberPreferences } from '@linkage/contracts';
import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, Get, Header } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ShowPreferences } from './show-preferences.query';

@ApiTags('workspaces')
@Controller('account/preferences')
export class ShowPreferencesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'How Linkage looks to the member' })
  show(@CurrentMember() { memberId }: SignedInMember): Promise<MemberPreferences> {
    return this.queries.execute(new ShowPreferences(memberId));
  }
}
