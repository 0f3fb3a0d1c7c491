import type { MemberEmail } from '@linkage/contracts';
import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, Get, Header } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ShowEmail } from './show-email.query';

@ApiTags('workspaces')
@Controller('account/email')
export class ShowEmailController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'The e-mail of the member, and how a change of it stands' })
  show(@CurrentMember() member: SignedInMember): Promise<MemberEmail> {
    return this.queries.execute(new ShowEmail(member));
  }
}
