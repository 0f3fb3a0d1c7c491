import type { SignedInMember } from '@linkage/http';
import { Command } from '@nestjs/cqrs';

/** A member who is signed in chooses another password. */
export class ChangePassword extends Command<void> {
  constructor(
    readonly member: SignedInMember,
    readonly current: string,
    readonly password: string,
    /** Where the request came from, and the session that goes on. */
    readonly from: { readonly address: string; readonly token: string | null },
  ) {
    super();
  }
}
