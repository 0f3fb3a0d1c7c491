import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequestConfirmation } from './request-confirmation.command';

@ApiTags('workspaces')
@Controller('email-confirmation/mail')
export class RequestConfirmationController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Send the confirmation mail once more',
    description:
      'To the e-mail of the signed-in member; once a minute and ten times a day. Nothing is sent when there is nothing to confirm.',
  })
  request(@CurrentMember() member: SignedInMember): Promise<void> {
    return this.commands.execute(new RequestConfirmation(member));
  }
}
