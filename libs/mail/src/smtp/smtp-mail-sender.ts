import { systemClock, type Clock } from '@linkage/event-sourcing';
import { createTransport } from 'nodemailer';
import type { Mail, MailOutcome, MailSender } from '../mail.port';
import { messageIdHeader } from './message-id';
import { refusalOf } from './refusal';

export interface SmtpOptions {
  /** `smtp://user:password@host:587`, `smtps://…` */
  readonly url: string;
  /** `Linkage <linkage@example.com>` or an address alone. */
  readonly from: string;
  readonly clock?: Clock;
  /** For each step of the conversation; default 15 s. */
  readonly timeoutMs?: number;
}

/** Sends over a few connections that are kept open. What a mail server may say or not say is an outcome, not an exception. */
export class SmtpMailSender implements MailSender {
  readonly #transport;
  readonly #from: { readonly name: string; readonly address: string };
  readonly #clock: Clock;

  constructor({ url, from, clock = systemClock, timeoutMs = 15_000 }: SmtpOptions) {
    this.#from = senderOf(from);
    this.#clock = clock;
    this.#transport = createTransport({
      url,
      pool: true,
      maxConnections: 4,
      maxRequeues: 1,
      disableFileAccess: true,
      disableUrlAccess: true,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      dnsTimeout: timeoutMs,
    });
  }

  async send(mail: Mail): Promise<MailOutcome> {
    const messageId = messageIdHeader(mail.messageId, this.#from.address);
    try {
      await this.#transport.sendMail({
        from: { name: senderName(mail.fromName, this.#from.name), address: this.#from.address },
        to: { ...mail.to },
        ...(mail.replyTo && { replyTo: { ...mail.replyTo } }),
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId,
        date: this.#clock.now(),
        // Asks vacation responders to be quiet (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { accepted: true, messageId };
    } catch (error) {
      return refusalOf(error);
    }
  }

  close(): void {
    this.#transport.close();
  }
}

const senderName = (fromName: string | undefined, ours: string): string =>
  fromName === undefined ? ours : `${fromName} via ${ours || 'Linkage'}`;

function senderOf(from: string): { name: string; address: string } {
  const [, name = '', address = ''] = /^\s*"?([^"<]*?)"?\s*<([^<>\s]+@[^<>\s]+)>\s*$/.exec(from) ?? [
    undefined,
    '',
    from.trim(),
  ];
  if (!/^[^@\s<>]+@[^@\s<>]+$/.test(address))
    throw new TypeError(`LINKAGE_MAIL_FROM must be an address, such as "Linkage <linkage@example.com>".`);
  return { name, address };
}
