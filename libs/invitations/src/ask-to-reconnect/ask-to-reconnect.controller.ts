import type { Accepted } from '@linkage/contracts';
import { CurrentMember, factContextOf, idempotencyKey, type SignedInMember } from '@linkage/http';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AskToReconnect } from './ask-to-reconnect.command';

@ApiTags('invitations')
@Controller('invitations')
export class AskToReconnectController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/ask-to-reconnect')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Ask a creator to connect lost accounts again',
    description:
      'Sends a mail that names the accounts whose access was lost and why, with the same link. 422 nothing-to-reconnect when none was.',
  })
  ask(@Param('id') id: string, @CurrentMember() member: SignedInMember): Promise<Accepted> {
    return this.commands.execute(new AskToReconnect(id, member, factContextOf(member), idempotencyKey()));
  }
}
