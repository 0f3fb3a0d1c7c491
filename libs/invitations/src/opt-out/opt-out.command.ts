import { Command } from '@nestjs/cqrs';

/** What the holder of a mail wants: no more e-mails, or mails again. Gives whether the link is one of ours. */
export class OptOut extends Command<boolean> {
  constructor(
    readonly token: string,
    readonly wish: 'stop' | 'again',
    readonly by: 'page' | 'mail-program',
  ) {
    super();
  }
}
