import type { ConnectionStarted } from '@linkage/contracts';
import { ConnectionRequest } from '@linkage/contracts/requests';
import { idempotencyKey, Public } from '@linkage/http';
import { Body, Controller, Header, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { StartAuthorization } from './start-authorization.command';

@ApiTags('microsite')
@Public()
@Controller('microsite')
export class StartAuthorizationController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':link/connections/:platform')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Start to connect an account',
    description: 'The browser then goes to `authorizeUrl`. Only a POST starts a connection.',
  })
  async start(
    @Param('link') link: string,
    @Param('platform') platform: string,
    @Body() request: ConnectionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConnectionStarted> {
    const { attemptId, authorizeUrl, cookie } = await this.commands.execute(
      new StartAuthorization(link, platform, request, idempotencyKey()),
    );
    reply.header('set-cookie', cookie);
    return { attemptId, authorizeUrl };
  }
}
