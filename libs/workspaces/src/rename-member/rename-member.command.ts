import type { SignedInMember } from '@linkage/http';
import { Command } from '@nestjs/cqrs';

/** A member is called something else from now on. */
export class RenameMember extends Command<SignedInMember> {
  constructor(
    readonly member: SignedInMember,
    readonly name: string,
  ) {
    super();
  }
}
