import type { WrittenMessage } from '@linkage/contracts';
import type { FactContext } from '@linkage/event-sourcing';
import { Command } from '@nestjs/cqrs';

/** Later invites of the workspace say this, unless something else is written. */
export class SaveMessageTemplate extends Command<void> {
  constructor(
    readonly message: WrittenMessage,
    readonly context: FactContext,
  ) {
    super();
  }
}
