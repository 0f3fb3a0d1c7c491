import type { Accepted } from '@linkage/contracts';
import { WithdrawInvitationRequest } from '@linkage/contracts/requests';
import { CurrentMember, factContextOf, idempotencyKey, type SignedInMember } from '@linkage/http';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { WithdrawInvitation } from './withdraw-invitation.command';

@ApiTags('invitations')
@Controller('invitations')
export class WithdrawInvitationController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/withdraw')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Withdraw an invitation',
    description:
      'It leaves the list, and its link only disconnects accounts any more. The same e-mail can be invited again. `accounts`: `disconnect` ends the access to those that are connected, `keep` (the default) goes on reading them.',
  })
  withdraw(
    @Param('id') id: string,
    @Body() { accounts }: WithdrawInvitationRequest,
    @CurrentMember() member: SignedInMember,
  ): Promise<Accepted> {
    return this.commands.execute(new WithdrawInvitation(id, accounts, factContextOf(member), idempotencyKey()));
  }
}
