import type { Accepted } from '@linkage/contracts';
import { MESSAGE_BODY, ResendInvitationRequest } from '@linkage/contracts/requests';
import { CurrentMember, factContextOf, idempotencyKey, TakesBody, type SignedInMember } from '@linkage/http';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { messageIn } from '../message-template/expect-message';
import { ResendInvitation } from './resend-invitation.command';

@ApiTags('invitations')
@Controller('invitations')
export class ResendInvitationController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/resend')
  @HttpCode(202)
  @TakesBody(MESSAGE_BODY)
  @ApiOperation({
    summary: 'Send the invitation mail once more',
    description:
      'No second row, the same link; with the given message, or the template of the workspace. 422 email-not-confirmed while the member has not confirmed their own e-mail.',
  })
  resend(
    @Param('id') id: string,
    @Body() written: ResendInvitationRequest,
    @CurrentMember() member: SignedInMember,
  ): Promise<Accepted> {
    const message = messageIn(written);
    return this.commands.execute(new ResendInvitation(id, member, message, factContextOf(member), idempotencyKey()));
  }
}
