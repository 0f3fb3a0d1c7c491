import type { SignedInMember } from '@linkage/http';
import { Command } from '@nestjs/cqrs';

/**
 * Attempts are counted by `address`, where the request came from, and by `browserCookie`, which a browser has that
 * signed in before.
 */
export class SignIn extends Command<SignedInMember> {
  constructor(
    readonly email: string,
    readonly password: string,
    readonly address: string,
    readonly browserCookie: string | undefined,
  ) {
    super();
  }
}
