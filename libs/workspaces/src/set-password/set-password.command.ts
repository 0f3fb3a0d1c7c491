import type { SignedInMember } from '@linkage/http';
import { Command } from '@nestjs/cqrs';

/**
 * A member chooses a password through the operator's link, or another one through the link in an e-mail. `address` is
 * where the request came from: attempts are counted by it.
 */
export class SetPassword extends Command<SignedInMember> {
  constructor(
    readonly link: string,
    readonly password: string,
    readonly address: string,
  ) {
    super();
  }
}
