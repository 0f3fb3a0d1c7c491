import type { MessagePreview } from '@linkage/contracts';
import { MESSAGE_BODY, PreviewMessageRequest } from '@linkage/contracts/requests';
import { CurrentMember, TakesBody, type SignedInMember } from '@linkage/http';
import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { expectMessage } from '../message-template/expect-message';
import { PreviewMessage } from './preview-message.query';

@ApiTags('invitations')
@Controller('invitations')
export class PreviewMessageController {
  constructor(private readonly queries: QueryBus) {}

  @Post('message-preview')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @TakesBody(MESSAGE_BODY)
  @ApiOperation({
    summary: 'The mail that a message becomes',
    description: 'Sends nothing. 400 invalid-request names what keeps the message from being sent.',
  })
  preview(
    @Body() { messageSubject, messageText, name = '', email = '', invitationId }: PreviewMessageRequest,
    @CurrentMember() member: SignedInMember,
  ): Promise<MessagePreview> {
    const message = expectMessage({ subject: messageSubject, text: messageText });
    const reader = invitationId === undefined ? { name, email } : { invitationId };
    return this.queries.execute(new PreviewMessage(message, reader, member));
  }
}
