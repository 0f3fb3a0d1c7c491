import { MESSAGE_BODY, SaveMessageTemplateRequest } from '@linkage/contracts/requests';
import { CurrentMember, factContextOf, TakesBody, type SignedInMember } from '@linkage/http';
import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { expectMessage } from '../message-template/expect-message';
import { SaveMessageTemplate } from './save-message-template.command';

@ApiTags('invitations')
@Controller('invitations')
export class SaveMessageTemplateController {
  constructor(private readonly commands: CommandBus) {}

  @Put('message-template')
  @HttpCode(204)
  @TakesBody(MESSAGE_BODY)
  @ApiOperation({
    summary: 'Save what invites of this workspace say',
    description: 'Mails that are under way already keep their words. The predefined message ends the template.',
  })
  save(
    @Body() { messageSubject, messageText }: SaveMessageTemplateRequest,
    @CurrentMember() member: SignedInMember,
  ): Promise<void> {
    const message = expectMessage({ subject: messageSubject, text: messageText });
    return this.commands.execute(new SaveMessageTemplate(message, factContextOf(member)));
  }
}
