import type { Accepted } from '@linkage/contracts';
import type { FactContext } from '@linkage/event-sourcing';
import { Command } from '@nestjs/cqrs';

/** Take back what was done to many invitations, as far as it can be. */
export class UndoBulkAction extends Command<Accepted> {
  constructor(
    readonly bulkId: string,
    readonly context: FactContext,
  ) {
    super();
  }
}
