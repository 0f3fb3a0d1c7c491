import type { Accepted } from '@linkage/contracts';
import type { FactContext, IdempotencyKey } from '@linkage/event-sourcing';
import { Command } from '@nestjs/cqrs';

/** Take a withdrawal back: the invitation is listed again, and its link works as before. */
export class UndoWithdrawal extends Command<Accepted> {
  constructor(
    readonly invitationId: string,
    readonly context: FactContext,
    readonly idempotencyKey?: IdempotencyKey,
  ) {
    super();
  }
}
