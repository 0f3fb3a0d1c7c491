import { ConfirmEmailRequest } from '@linkage/contracts/requests';
import { Public } from '@linkage/http';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ConfirmEmail } from './confirm-email.command';

@ApiTags('workspaces')
@Public()
@Controller('email-confirmation')
export class ConfirmEmailController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Confirm an e-mail',
    description: 'Through the link of the confirmation mail; it works once, within three days. It does not sign in.',
  })
  confirm(@Body() { link }: ConfirmEmailRequest): Promise<void> {
    return this.commands.execute(new ConfirmEmail(link));
  }
}
