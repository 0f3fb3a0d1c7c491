import type { SignedInMember } from '@linkage/http';
import { Command } from '@nestjs/cqrs';

/** `address` is where the request came from: attempts are counted by it. */
export class SignIn extends Command<SignedInMember> {
  constructor(
    readonly email: string,
    readonly password: string,
    readonly address: string,
  ) {
    super();
  }
}
