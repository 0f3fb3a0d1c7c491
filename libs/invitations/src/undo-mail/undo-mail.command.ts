import type { Accepted } from '@linkage/contracts';
import type { FactContext, IdempotencyKey } from '@linkage/event-sourcing';
import { Command } from '@nestjs/cqrs';

/** Take back the newest mail to a creator that a member has asked for and that has not gone out. */
export class UndoMail extends Command<Accepted> {
  constructor(
    readonly invitationId: string,
    readonly context: FactContext,
    readonly idempotencyKey?: IdempotencyKey,
  ) {
    super();
  }
}
