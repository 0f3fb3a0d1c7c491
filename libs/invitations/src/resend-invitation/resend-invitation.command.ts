import type { Accepted } from '@linkage/contracts';
import type { FactContext, IdempotencyKey } from '@linkage/event-sourcing';
import { Command } from '@nestjs/cqrs';

/** Send the mail of an invitation once more, with the same link. */
export class ResendInvitation extends Command<Accepted> {
  constructor(
    readonly invitationId: string,
    readonly context: FactContext,
    readonly idempotencyKey?: IdempotencyKey,
  ) {
    super();
  }
}
