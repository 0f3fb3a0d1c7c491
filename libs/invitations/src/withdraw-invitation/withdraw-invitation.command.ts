import type { Accepted } from '@linkage/contracts';
import type { FactContext, IdempotencyKey } from '@linkage/event-sourcing';
import { Command } from '@nestjs/cqrs';
import type { AccountsWhenWithdrawn } from './withdraw-invitation';

/** Take an invitation back: it leaves the list, and its link connects no accounts any more. */
export class WithdrawInvitation extends Command<Accepted> {
  constructor(
    readonly invitationId: string,
    readonly accounts: AccountsWhenWithdrawn,
    readonly context: FactContext,
    readonly idempotencyKey?: IdempotencyKey,
  ) {
    super();
  }
}
