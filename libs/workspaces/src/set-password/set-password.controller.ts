import type { Session } from '@linkage/contracts';
import { SetPasswordRequest } from '@linkage/contracts/requests';
import { Public } from '@linkage/http';
import { Body, Controller, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toSession } from '../session/session.mapper';
import { SessionCookies } from '../session/session-cookies.service';
import { SetPassword } from './set-password.command';

@ApiTags('workspaces')
@Public()
@Controller('password')
export class SetPasswordController {
  constructor(
    private readonly commands: CommandBus,
    private readonly cookies: SessionCookies,
  ) {}

  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Choose a password through a link',
    description:
      'Through the link that the operator was given by create-workspace, or that of a mail for a forgotten password, which ends all other sessions. It works once. Signs in: the session cookie is set.',
  })
  async setPassword(
    @Body() { link, password }: SetPasswordRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const member = await this.commands.execute(new SetPassword(link, password, request.ip));
    await this.cookies.start(member, request, reply);
    return toSession(member);
  }
}
