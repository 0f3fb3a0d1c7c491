/** One mail to one person. `text` and `html` say the same. */
export interface Mail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /**
   * Shown in the sender's name, before that of the installation: "Nordlys Agency via Linkage". It must not pass for the
   * whole sender. The address stays the installation's, or mail is taken for forged (P34).
   */
  readonly fromName?: string;
  /** Where an answer goes: the person who asked. */
  readonly replyTo?: { readonly name: string; readonly address: string };
  /** Same id for a repeated sending of the same mail, so that a receiver can drop the double. */
  readonly messageId: string;
  /** Where the reader stops such mails: by a POST without more ado (RFC 8058), or on the page that it shows. */
  readonly optOutUrl?: string;
  /** What `ReturnedMails` tells of this mail is told with it. Lower-case letters and digits, at most 50. */
  readonly returnToken?: string;
}

/**
 * The server took it, or why not. `temporary`: trying again later can help, with nothing changed about the mail.
 * `reason` is a sentence for a person and holds no address.
 */
export type MailOutcome =
  | {
      readonly accepted: true;
      readonly messageId: string;
      /** What the mail server said. */
      readonly words?: string;
    }
  | {
      readonly accepted: false;
      readonly temporary: boolean;
      readonly reason: string;
      /** What the mail server said, as it may be shown to the person who asked for the mail. */
      readonly words?: string;
      /** Its codes, such as `452 4.2.2`. */
      readonly status?: string;
      /** Our own mail server gave no answer: other mails fare no better. */
      readonly unreachable?: true;
    };

/** Sends by SMTP, always: to `LINKAGE_SMTP_URL`, or to the embedded receiver on loopback. */
export interface MailSender {
  send(mail: Mail): Promise<MailOutcome>;
}

export const MAIL_SENDER = Symbol('MailSender');

/** `MailQuotas` of `@linkage/contracts`; null: mails stay on this machine, and there are none. */
export const MAIL_QUOTAS = Symbol('MailQuotas');
