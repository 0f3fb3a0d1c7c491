import type { ReportedRecipient } from './delivery-report';

export interface ReturnedRecipient extends ReportedRecipient {
  /** What it means: a sentence for a person, without addresses. */
  readonly reason: string;
}

/** A report about a mail that had been accepted. */
export interface ReturnedMail {
  /** `Mail.returnToken` of the mail. Everyone can send to the address that it stands in, so it must prove itself. */
  readonly token: string;
  readonly recipients: readonly ReturnedRecipient[];
}

type Hear = (mail: ReturnedMail) => Promise<void>;

/**
 * Passes on what comes back. The mail server that brings it gets its answer once all listeners are done, and keeps it
 * when one of them fails.
 */
export class ReturnedMails {
  private readonly hearing: Hear[] = [];

  listen(hear: Hear): void {
    this.hearing.push(hear);
  }

  async tell(mail: ReturnedMail): Promise<void> {
    await Promise.all(this.hearing.map((hear) => hear(mail)));
  }
}
