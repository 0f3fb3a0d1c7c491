import type { Accepted } from '@linkage/contracts';
import type { FactContext, IdempotencyKey } from '@linkage/event-sourcing';
import { Command } from '@nestjs/cqrs';

/** A member ends the access to an account of the workspace. What was read before stays. */
export class DisconnectAsMember extends Command<Accepted> {
  constructor(
    readonly accountId: string,
    readonly context: FactContext,
    readonly idempotencyKey?: IdempotencyKey,
  ) {
    super();
  }
}
