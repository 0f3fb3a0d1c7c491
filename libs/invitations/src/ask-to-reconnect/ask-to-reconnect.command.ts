import type { Accepted } from '@linkage/contracts';
import type { FactContext, IdempotencyKey } from '@linkage/event-sourcing';
import { Command } from '@nestjs/cqrs';
import type { MailAsker } from '../invitation/mail-allowance.service';

/** Ask a creator by mail to connect again the accounts whose access was lost. */
export class AskToReconnect extends Command<Accepted> {
  constructor(
    readonly invitationId: string,
    readonly asker: MailAsker,
    readonly context: FactContext,
    readonly idempotencyKey?: IdempotencyKey,
  ) {
    super();
  }
}
