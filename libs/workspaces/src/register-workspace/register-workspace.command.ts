import type { SignedInMember } from '@linkage/http';
import { Command } from '@nestjs/cqrs';
import type { Registration } from '../workspace/registration';

/**
 * A visitor makes a workspace and becomes its owner. `address` is where the request came from: attempts are counted by
 * it.
 */
export class RegisterWorkspace extends Command<SignedInMember> {
  constructor(
    readonly asked: Registration,
    readonly password: string,
    readonly address: string,
    /** From a link of the operator. */
    readonly invitation: string | undefined,
  ) {
    super();
  }
}
