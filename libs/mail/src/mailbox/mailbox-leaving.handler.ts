import { Erasures, type LeavingNotes, type LeavingPerson, type LeavingStep } from '@linkage/event-sourcing';
import { Injectable, Optional } from '@nestjs/common';
import { Mailbox } from './mailbox';

const mails = (count: number): string => `${count} ${count === 1 ? 'mail' : 'mails'}`;

/** The mails to a person who is erased leave the mailbox of the demo. */
@Injectable()
export class MailboxLeaving implements LeavingStep {
  readonly name = 'mailbox';
  readonly rank = 4;

  constructor(
    private readonly mailbox: Mailbox,
    @Optional() erasures?: Erasures,
  ) {
    erasures?.add(this);
  }

  async foretell({ email }: LeavingPerson): Promise<readonly string[]> {
    const count = email === null ? 0 : this.mailbox.count(email);
    return count === 0
      ? []
      : [`${mails(count)} to the address ${count === 1 ? 'leaves' : 'leave'} the mailbox of the demo.`];
  }

  async leave({ email }: LeavingPerson): Promise<LeavingNotes> {
    const count = email === null ? 0 : this.mailbox.remove(email);
    return { done: count === 0 ? [] : [`${mails(count)} to the address left the mailbox of the demo.`], remains: [] };
  }
}
