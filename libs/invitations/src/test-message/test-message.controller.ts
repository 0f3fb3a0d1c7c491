import type { MessageTested } from '@linkage/contracts';
import { MESSAGE_BODY, TestMessageRequest } from '@linkage/contracts/requests';
import { CurrentMember, TakesBody, type SignedInMember } from '@linkage/http';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { expectMessage } from '../message-template/expect-message';
import { TestMessage } from './test-message.command';

@ApiTags('invitations')
@Controller('invitations')
export class TestMessageController {
  constructor(private readonly commands: CommandBus) {}

  @Post('message-test')
  @HttpCode(200)
  @TakesBody(MESSAGE_BODY)
  @ApiOperation({
    summary: 'Send a message to oneself',
    description: 'To the confirmed e-mail of the member who asks, a few times an hour. Its link is of no creator.',
  })
  test(
    @Body() { messageSubject, messageText, name = '' }: TestMessageRequest,
    @CurrentMember() member: SignedInMember,
  ): Promise<MessageTested> {
    const message = expectMessage({ subject: messageSubject, text: messageText });
    return this.commands.execute(new TestMessage(message, name, member));
  }
}
