import type { EmailChangeConfirmation } from '@linkage/contracts';
import { Command } from '@nestjs/cqrs';

/** The reader of one of the two addresses has opened the link in the mail. */
export class ConfirmEmailChange extends Command<EmailChangeConfirmation> {
  constructor(readonly link: string) {
    super();
  }
}
