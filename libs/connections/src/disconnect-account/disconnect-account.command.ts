import type { Accepted } from '@linkage/contracts';
import type { IdempotencyKey } from '@linkage/event-sourcing';
import { Command } from '@nestjs/cqrs';

/** The creator ends the access to one of the accounts. */
export class DisconnectAccount extends Command<Accepted> {
  constructor(
    readonly link: string,
    readonly accountId: string,
    readonly idempotencyKey?: IdempotencyKey,
  ) {
    super();
  }
}
