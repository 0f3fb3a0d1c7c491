import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Clock } from '@linkage/event-sourcing';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { deliveryReport } from '../returned/delivery-report';
import type { ReturnPath } from '../returned/return-path';
import type { ReturnedMails } from '../returned/returned-mails';
import { returnedReason } from '../smtp/refusal';
import type { Mailbox } from './mailbox';

const MESSAGE_LIMIT = 10 * 1024 * 1024;
const MOST_CLIENTS = 50;

interface Receiving {
  /** null: only what comes back is taken. */
  readonly mailbox: Mailbox | null;
  readonly returnPath: ReturnPath;
  readonly returned: ReturnedMails;
  readonly clock: Clock;
  readonly listen: { readonly host: string; readonly port: number };
}

/**
 * An SMTP server that takes what comes back, and puts the rest into the mailbox, if there is one. It relays nothing.
 */
export class SmtpReceiver {
  readonly #server: SMTPServer;

  constructor(private readonly receiving: Receiving) {
    this.#server = new SMTPServer({
      banner: 'Linkage mailbox',
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: MESSAGE_LIMIT,
      maxClients: MOST_CLIENTS,
      logger: false,
      closeTimeout: 1_000,
      onRcptTo: (address, _session, answer) => answer(this.#isKnown(address) ? null : noSuchMailbox()),
      onData: (stream, session, answer) => void this.#take(stream, session).then(() => answer(), answer),
    });
    // One broken conversation is that client's trouble: it gets no answer and tries again.
    this.#server.on('error', () => undefined);
  }

  async start(): Promise<void> {
    const { host, port } = this.receiving.listen;
    await once(this.#server.listen(port, host), 'listening');
  }

  /** For the sender, once started: `smtp://127.0.0.1:<port>` */
  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #isKnown({ address }: SMTPServerAddress): boolean {
    return this.receiving.mailbox !== null || this.receiving.returnPath.tokenOf(address) !== null;
  }

  async #take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
    if (stream.sizeExceeded) throw Object.assign(new Error(`More than ${MESSAGE_LIMIT} bytes`), { responseCode: 552 });
    const raw = Buffer.concat(chunks);
    const { mailbox, returnPath, clock } = this.receiving;
    const tokens = session.envelope.rcptTo.flatMap(({ address }) => returnPath.tokenOf(address) ?? []);
    for (const token of tokens) await this.#tell(token, raw);
    const recipients = session.envelope.rcptTo.map(({ address }) => address);
    const others = recipients.filter((address) => returnPath.tokenOf(address) === null);
    if (others.length > 0) await mailbox?.add({ recipients: others, raw, at: clock.now() });
  }

  async #tell(token: string, raw: Buffer): Promise<void> {
    const recipients = await deliveryReport(raw);
    if (recipients.length === 0) return;
    const told = recipients.map((one) => ({ ...one, reason: returnedReason(one) }));
    try {
      await this.receiving.returned.tell({ token, recipients: told });
    } catch (error) {
      throw Object.assign(new Error('Try again later', { cause: error }), { responseCode: 451 });
    }
  }
}

const noSuchMailbox = (): Error => Object.assign(new Error('5.1.1 No such mailbox'), { responseCode: 550 });
