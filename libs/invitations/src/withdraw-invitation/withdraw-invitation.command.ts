import type { Accepted } from '@linkage/contracts';
import type { FactContext, IdempotencyKey } from '@linkage/event-sourcing';
import { Command } from '@nestjs/cqrs';

/** Take an invitation back: it leaves the list and its link stops working. */
export class WithdrawInvitation extends Command<Accepted> {
  constructor(
    readonly invitationId: string,
    readonly context: FactContext,
    readonly idempotencyKey?: IdempotencyKey,
  ) {
    super();
  }
}
