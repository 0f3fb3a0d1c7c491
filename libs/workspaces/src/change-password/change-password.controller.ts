import { ChangePasswordRequest } from '@linkage/contracts/requests';
import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { SessionCookies } from '../session/session-cookies.service';
import { ChangePassword } from './change-password.command';

@ApiTags('workspaces')
@Controller('account/password')
export class ChangePasswordController {
  constructor(
    private readonly commands: CommandBus,
    private readonly cookies: SessionCookies,
  ) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({ summary: 'Choose another password', description: 'All other sessions of the member end.' })
  change(
    @Body() { current, password }: ChangePasswordRequest,
    @CurrentMember() member: SignedInMember,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const from = { address: request.ip, token: this.cookies.tokenOf(request) ?? null };
    return this.commands.execute(new ChangePassword(member, current, password, from));
  }
}
