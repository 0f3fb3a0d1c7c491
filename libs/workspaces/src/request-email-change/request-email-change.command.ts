import type { SignedInMember } from '@linkage/http';
import { Command } from '@nestjs/cqrs';

/** A member wants to sign in with another e-mail. */
export class RequestEmailChange extends Command<void> {
  constructor(
    readonly member: SignedInMember,
    readonly email: string,
    readonly current: string,
    /** Where the request came from, and the session that goes on when the e-mail changes. */
    readonly from: { readonly address: string; readonly token: string | null },
  ) {
    super();
  }
}
