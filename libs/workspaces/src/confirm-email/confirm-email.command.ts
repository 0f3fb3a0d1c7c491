import { Command } from '@nestjs/cqrs';

/** The reader of a confirmation mail has opened its link. */
export class ConfirmEmail extends Command<void> {
  constructor(readonly link: string) {
    super();
  }
}
