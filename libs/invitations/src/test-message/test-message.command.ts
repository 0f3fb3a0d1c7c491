import type { MessageTested, WrittenMessage } from '@linkage/contracts';
import type { SignedInMember } from '@linkage/http';
import { Command } from '@nestjs/cqrs';

/** Send the message to the member who writes it. `name`: what a creator would be called. */
export class TestMessage extends Command<MessageTested> {
  constructor(
    readonly message: WrittenMessage,
    readonly name: string,
    readonly member: SignedInMember,
  ) {
    super();
  }
}
