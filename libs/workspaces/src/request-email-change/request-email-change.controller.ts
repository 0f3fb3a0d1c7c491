import { ChangeEmailRequest } from '@linkage/contracts/requests';
import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { SessionCookies } from '../session/session-cookies.service';
import { RequestEmailChange } from './request-email-change.command';

@ApiTags('workspaces')
@Controller('account/email')
export class RequestEmailChangeController {
  constructor(
    private readonly commands: CommandBus,
    private readonly cookies: SessionCookies,
  ) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Ask for a change of e-mail',
    description:
      'Mails go to both addresses, and both readers confirm. The same answer whether the new address has an account or not. A change that is open gives way.',
  })
  request(
    @Body() { email, current }: ChangeEmailRequest,
    @CurrentMember() member: SignedInMember,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const from = { address: request.ip, token: this.cookies.tokenOf(request) ?? null };
    return this.commands.execute(new RequestEmailChange(member, email, current, from));
  }
}
