import { MOST_ROWS_IN_PART, type InvitedBeforeAnswer } from '@linkage/contracts';
import { InvitedBeforeRequest } from '@linkage/contracts/requests';
import { CurrentMember, TakesBody, type SignedInMember } from '@linkage/http';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { InvitedBefore } from './invited-before.query';

@ApiTags('invitations')
@Controller('invitations')
export class InvitedBeforeController {
  constructor(private readonly queries: QueryBus) {}

  @Post('invited-before')
  @HttpCode(200)
  @TakesBody({ bytes: 1_000_000, values: MOST_ROWS_IN_PART + 10 })
  @ApiOperation({
    summary: 'Which of these e-mails were invited before',
    description: 'Changes nothing; a POST, because addresses do not belong in the address of a request.',
  })
  ask(@Body() { emails }: InvitedBeforeRequest, @CurrentMember() member: SignedInMember): Promise<InvitedBeforeAnswer> {
    return this.queries.execute(new InvitedBefore(member.workspaceId, emails));
  }
}
