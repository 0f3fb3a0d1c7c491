import type { SignedInMember } from '@linkage/http';
import { Command } from '@nestjs/cqrs';

/**
 * The former address cannot be read any more: the member finishes without its reader. `address`: where the request came
 * from.
 */
export class FinishEmailChange extends Command<void> {
  constructor(
    readonly member: SignedInMember,
    readonly current: string,
    readonly address: string,
  ) {
    super();
  }
}
