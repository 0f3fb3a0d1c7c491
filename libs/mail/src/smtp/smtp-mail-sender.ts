import { systemClock, type Clock } from '@linkage/event-sourcing';
import { createTransport } from 'nodemailer';
import type { Mail, MailOutcome, MailSender } from '../mail.port';
import type { ReturnPath } from '../returned/return-path';
import { messageIdHeader } from './message-id-header';
import { refusalOf } from './refusal';
import { serverWords } from './server-words';
import { transportOptions } from './transport-options';

interface SmtpOptions {
  /** `smtp://user:password@host:587`, `smtps://…` */
  readonly url: string;
  /** `Linkage <linkage@example.com>` or an address alone. */
  readonly from: string;
  readonly clock?: Clock;
  /** Absent: what comes back comes to the sender's own address, and nothing is told of it. */
  readonly returnPath?: ReturnPath | undefined;
  /** For each step of the conversation; default 15 s. */
  readonly timeoutMs?: number;
}

/**
 * Sends over a few connections that are kept open. What a mail server may say or not say is an outcome, not an
 * exception.
 */
export class SmtpMailSender implements MailSender {
  readonly #transport;
  readonly #from: { readonly name: string; readonly address: string };
  readonly #clock: Clock;
  readonly #returnPath: ReturnPath | undefined;

  constructor({ url, from, clock = systemClock, returnPath, timeoutMs = 15_000 }: SmtpOptions) {
    this.#from = senderOf(from);
    this.#clock = clock;
    this.#returnPath = returnPath;
    this.#transport = createTransport({
      ...transportOptions(url, timeoutMs),
      pool: true,
      maxConnections: 10,
      maxRequeues: 1,
    });
  }

  async send(mail: Mail): Promise<MailOutcome> {
    const messageId = messageIdHeader(mail.messageId, this.#from.address);
    try {
      const { response } = await this.#transport.sendMail({
        from: { name: senderName(mail.fromName, this.#from.name), address: this.#from.address },
        to: { ...mail.to },
        ...(mail.replyTo && { replyTo: { ...mail.replyTo } }),
        ...this.#envelope(mail),
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId,
        date: this.#clock.now(),
        // Asks vacation responders to be quiet (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribe(mail) },
      });
      const words = serverWords(response);
      return { accepted: true, messageId, ...(words !== '' && { words }) };
    } catch (error) {
      return refusalOf(error);
    }
  }

  /** Its own return address, so that what comes back is known to be about this mail. */
  #envelope({ returnToken, to }: Mail): { envelope?: { from: string; to: string } } {
    if (returnToken === undefined || this.#returnPath === undefined) return {};
    return { envelope: { from: this.#returnPath.of(returnToken), to: to.address } };
  }

  close(): void {
    this.#transport.close();
  }
}

const unsubscribe = ({ optOutUrl }: Mail): Record<string, string> =>
  optOutUrl === undefined
    ? {}
    : { 'List-Unsubscribe': `<${optOutUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };

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
