import type { EmailChangeConfirmation } from '@linkage/contracts';
import { EmailChangeLinkRequest } from '@linkage/contracts/requests';
import { Public } from '@linkage/http';
import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ConfirmEmailChange } from './confirm-email-change.command';

@ApiTags('workspaces')
@Public()
@Controller('email-change')
export class ConfirmEmailChangeController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Confirm a change of e-mail',
    description:
      'Through the link of the mail to the new or to the former address; it works once, for an hour. When nothing more is waited for, the e-mail changes and all sessions end but the one that asked for it. It does not sign in.',
  })
  confirm(@Body() { link }: EmailChangeLinkRequest): Promise<EmailChangeConfirmation> {
    return this.commands.execute(new ConfirmEmailChange(link));
  }
}
