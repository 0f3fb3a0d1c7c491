import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { SendEmailChangeAgain } from './send-email-change-again.command';

@ApiTags('workspaces')
@Controller('account/email/mail')
export class SendEmailChangeAgainController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Send the mails of the change once more',
    description:
      'To the addresses that have not confirmed; once a minute and ten times a day. Nothing when none is open.',
  })
  again(@CurrentMember() member: SignedInMember): Promise<void> {
    return this.commands.execute(new SendEmailChangeAgain(member));
  }
}
