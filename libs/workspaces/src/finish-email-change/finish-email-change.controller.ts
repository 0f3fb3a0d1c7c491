import { FinishEmailChangeRequest } from '@linkage/contracts/requests';
import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { FinishEmailChange } from './finish-email-change.command';

@ApiTags('workspaces')
@Controller('account/email/finish')
export class FinishEmailChangeController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Change the e-mail without the reader of the former one',
    description:
      'Once the new address is confirmed, and a week has gone by in which the reader of the former one neither confirmed nor stopped it. 409 conflict before.',
  })
  finish(
    @Body() { current }: FinishEmailChangeRequest,
    @CurrentMember() member: SignedInMember,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.commands.execute(new FinishEmailChange(member, current, request.ip));
  }
}
