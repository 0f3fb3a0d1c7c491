import { PasswordResetRequest } from '@linkage/contracts/requests';
import { Public } from '@linkage/http';
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RequestPasswordReset } from './request-password-reset.command';

@ApiTags('workspaces')
@Public()
@Controller('password-reset')
export class RequestPasswordResetController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Ask for a mail to choose another password',
    description:
      'The same answer in the same time whether the e-mail is known or not. The link of the mail works once, for an hour, and opens POST /api/password.',
  })
  request(@Body() { email }: PasswordResetRequest, @Req() request: FastifyRequest): Promise<void> {
    return this.commands.execute(new RequestPasswordReset(email, request.ip));
  }
}
