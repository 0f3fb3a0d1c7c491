import type { InvitationAccepted } from '@linkage/contracts';
import { IssueInvitationRequest } from '@linkage/contracts/requests';
import { CurrentMember, factContextOf, idempotencyKey, type SignedInMember } from '@linkage/http';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IssueInvitation } from './issue-invitation.command';

@ApiTags('invitations')
@Controller('invitations')
export class IssueInvitationController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiOperation({
    summary: 'Invite one creator',
    description: 'Sends the invitation mail. 409 email-already-invited when the e-mail was invited before.',
  })
  issue(
    @Body() { name, email }: IssueInvitationRequest,
    @CurrentMember() member: SignedInMember,
  ): Promise<InvitationAccepted> {
    const asked = { name, email, brandName: member.workspaceName, invitedBy: member.name };
    return this.commands.execute(new IssueInvitation(asked, factContextOf(member), idempotencyKey()));
  }
}
