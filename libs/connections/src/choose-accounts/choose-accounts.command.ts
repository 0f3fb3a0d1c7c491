import type { Accepted } from '@linkage/contracts';
import { Command } from '@nestjs/cqrs';

/** A creator says which of the accounts that a consent gave access to are meant. */
export class ChooseAccounts extends Command<Accepted> {
  constructor(
    readonly link: string,
    readonly attemptId: string,
    /** Ids on the platform. */
    readonly accounts: readonly string[],
  ) {
    super();
  }
}
