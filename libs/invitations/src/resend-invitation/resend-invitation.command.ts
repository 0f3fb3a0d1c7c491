import type { Accepted, WrittenMessage } from '@linkage/contracts';
import type { FactContext, IdempotencyKey } from '@linkage/event-sourcing';
import { Command } from '@nestjs/cqrs';
import type { MailAsker } from '../invitation/mail-allowance.service';

/** Send the mail of an invitation once more, with the same link. Without a message, the workspace's template. */
export class ResendInvitation extends Command<Accepted> {
  constructor(
    readonly invitationId: string,
    readonly asker: MailAsker,
    readonly message: WrittenMessage | undefined,
    readonly context: FactContext,
    readonly idempotencyKey?: IdempotencyKey,
  ) {
    super();
  }
}
