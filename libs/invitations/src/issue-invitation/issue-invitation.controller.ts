import type { InvitationAccepted } from '@linkage/contracts';
import { IssueInvitationRequest, MESSAGE_BODY } from '@linkage/contracts/requests';
import { CurrentMember, factContextOf, idempotencyKey, TakesBody, type SignedInMember } from '@linkage/http';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { messageIn } from '../message-template/expect-message';
import { IssueInvitation } from './issue-invitation.command';

@ApiTags('invitations')
@Controller('invitations')
export class IssueInvitationController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @TakesBody(MESSAGE_BODY)
  @ApiOperation({
    summary: 'Invite one creator',
    description:
      'Sends the invitation mail, with the given message, or the template of the workspace. 409 email-already-invited when the e-mail was invited before; 422 email-not-confirmed while the member has not confirmed their own.',
  })
  issue(
    @Body() { name, email, ...written }: IssueInvitationRequest,
    @CurrentMember() member: SignedInMember,
  ): Promise<InvitationAccepted> {
    const asked = { name, email, brandName: member.workspaceName, invitedBy: member.name, message: messageIn(written) };
    return this.commands.execute(new IssueInvitation(asked, member, factContextOf(member), idempotencyKey()));
  }
}
