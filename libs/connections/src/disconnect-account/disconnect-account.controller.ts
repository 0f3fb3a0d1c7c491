import type { Accepted } from '@linkage/contracts';
import { idempotencyKey, Public } from '@linkage/http';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DisconnectAccount } from './disconnect-account.command';

@ApiTags('microsite')
@Public()
@Controller('microsite')
export class DisconnectAccountController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':link/accounts/:accountId/disconnect')
  @HttpCode(202)
  @ApiOperation({ summary: 'End the access to an account', description: 'By the creator. What was read before stays.' })
  disconnect(@Param('link') link: string, @Param('accountId') accountId: string): Promise<Accepted> {
    return this.commands.execute(new DisconnectAccount(link, accountId, idempotencyKey()));
  }
}
