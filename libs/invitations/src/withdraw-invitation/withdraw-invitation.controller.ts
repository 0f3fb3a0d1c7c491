import type { Accepted } from '@linkage/contracts';
import { CurrentMember, factContextOf, idempotencyKey, type SignedInMember } from '@linkage/http';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
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
    description: 'It leaves the list and its link stops working. The same e-mail can be invited again.',
  })
  withdraw(@Param('id') id: string, @CurrentMember() member: SignedInMember): Promise<Accepted> {
    return this.commands.execute(new WithdrawInvitation(id, factContextOf(member), idempotencyKey()));
  }
}
