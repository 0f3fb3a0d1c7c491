import type { Accepted } from '@linkage/contracts';
import { CurrentMember, factContextOf, idempotencyKey, type SignedInMember } from '@linkage/http';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DisconnectAsMember } from './disconnect-as-member.command';

@ApiTags('connections')
@Controller('accounts')
export class DisconnectAsMemberController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/disconnect')
  @HttpCode(202)
  @ApiOperation({
    summary: 'End the access to an account',
    description: 'By a member. It is refreshed no more; its history and its figures so far stay.',
  })
  disconnect(@Param('id') id: string, @CurrentMember() member: SignedInMember): Promise<Accepted> {
    return this.commands.execute(new DisconnectAsMember(id, factContextOf(member), idempotencyKey()));
  }
}
