import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Clock } from '@linkage/event-sourcing';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Mailbox } from './mailbox';

export const MESSAGE_LIMIT = 10 * 1024 * 1024;

/** An SMTP server on loopback, on a port of its own choice, that puts what it takes into the mailbox. It relays nothing. */
export class SmtpReceiver {
  readonly #server: SMTPServer;

  constructor(
    private readonly mailbox: Mailbox,
    private readonly clock: Clock,
  ) {
    this.#server = new SMTPServer({
      banner: 'Linkage mailbox',
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: MESSAGE_LIMIT,
      logger: false,
      closeTimeout: 1_000,
      onData: (stream, session, answer) => void this.#take(stream, session).then(() => answer(), answer),
    });
    // One broken conversation is that client's trouble: it gets no answer and tries again.
    this.#server.on('error', () => undefined);
  }

  async start(): Promise<void> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
  }

  /** For the sender, once started: `smtp://127.0.0.1:<port>` */
  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
    if (stream.sizeExceeded) throw Object.assign(new Error(`More than ${MESSAGE_LIMIT} bytes`), { responseCode: 552 });
    await this.mailbox.add({
      recipients: session.envelope.rcptTo.map(({ address }) => address),
      raw: Buffer.concat(chunks),
      at: this.clock.now(),
    });
  }
}
