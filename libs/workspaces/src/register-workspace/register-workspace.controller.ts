import type { Session } from '@linkage/contracts';
import { RegisterRequest } from '@linkage/contracts/requests';
import { Public } from '@linkage/http';
import { Body, Controller, Header, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionCookies } from '../session/session-cookies.service';
import { toSession } from '../session/session.mapper';
import { RegisterWorkspace } from './register-workspace.command';

@ApiTags('workspaces')
@Public()
@Controller('registration')
export class RegisterWorkspaceController {
  constructor(
    private readonly commands: CommandBus,
    private readonly cookies: SessionCookies,
  ) {}

  @Post()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Register a workspace',
    description:
      'Signs its owner in: the session cookie is set. 403 registration-closed where only the operator makes workspaces, or a link of theirs is needed.',
  })
  async register(
    @Body() { workspaceName, name, email, password, invitation }: RegisterRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const owner = await this.commands.execute(
      new RegisterWorkspace({ workspaceName, name, email }, password, request.ip, invitation),
    );
    await this.cookies.start(owner, request, reply);
    return toSession(owner);
  }
}
