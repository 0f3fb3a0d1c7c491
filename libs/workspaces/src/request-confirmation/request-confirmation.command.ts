import type { SignedInMember } from '@linkage/http';
import { Command } from '@nestjs/cqrs';

/** Send the mail that confirms the member's e-mail once more. */
export class RequestConfirmation extends Command<void> {
  constructor(readonly member: SignedInMember) {
    super();
  }
}
