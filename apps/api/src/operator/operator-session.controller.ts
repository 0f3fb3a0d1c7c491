import { OperatorSignInRequest } from '@linkage/contracts/requests';
import { Public } from '@linkage/http';
import { Body, Controller, Delete, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OperatorAccess } from './operator-access';
import { OperatorCookies } from './operator-cookies.service';
import { OperatorGuard } from './operator.guard';

@ApiTags('operator')
@Public()
@Controller('operator/session')
export class OperatorSessionController {
  constructor(
    private readonly guard: OperatorGuard,
    private readonly access: OperatorAccess,
    private readonly cookies: OperatorCookies,
  ) {}

  @Post()
  @HttpCode(204)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Sign in with the operator key', description: 'Sets a cookie for an hour.' })
  async signIn(
    @Body() { key }: OperatorSignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.guard.expectKey(key, request);
    this.cookies.send(reply, this.access.startSession());
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out of the operator page' })
  async signOut(@Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    this.cookies.remove(reply);
  }
}
