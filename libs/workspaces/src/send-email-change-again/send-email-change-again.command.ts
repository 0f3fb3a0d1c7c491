import type { SignedInMember } from '@linkage/http';
import { Command } from '@nestjs/cqrs';

/** The mails of the change that have not been answered go out once more. */
export class SendEmailChangeAgain extends Command<void> {
  constructor(readonly member: SignedInMember) {
    super();
  }
}
