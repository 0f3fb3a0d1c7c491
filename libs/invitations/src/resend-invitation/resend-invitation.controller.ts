import type { Accepted } from '@linkage/contracts';
import { CurrentMember, factContextOf, idempotencyKey, type SignedInMember } from '@linkage/http';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ResendInvitation } from './resend-invitation.command';

@ApiTags('invitations')
@Controller('invitations')
export class ResendInvitationController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/resend')
  @HttpCode(202)
  @ApiOperation({ summary: 'Send the invitation mail once more', description: 'No second row, the same link.' })
  resend(@Param('id') id: string, @CurrentMember() member: SignedInMember): Promise<Accepted> {
    return this.commands.execute(new ResendInvitation(id, factContextOf(member), idempotencyKey()));
  }
}
