import { type DatabaseSync, inTransaction } from '@linkage/sqlite';
import { simpleParser } from 'mailparser';
import { openMailboxFile } from './mailbox-file';

export interface Correspondent {
  readonly name: string;
  readonly address: string;
}

/** One copy of a mail, for one recipient. */
export interface MessageSummary {
  readonly id: string;
  /** Whose copy this is: the address the mail was delivered to, with the name that the mail gives it ('' for none). */
  readonly to: Correspondent;
  readonly from: Correspondent;
  readonly subject: string;
  /** Beginning of the plain text, one line. */
  readonly preview: string;
  /** When it was received, ISO UTC. */
  readonly at: string;
}

export interface Message extends MessageSummary {
  readonly raw: Buffer;
}

export interface Delivery {
  readonly recipients: readonly string[];
  readonly raw: Buffer;
  readonly at: Date;
}

type Row = Record<'to_name' | 'to_address' | 'from_name' | 'from_address' | 'subject' | 'preview' | 'at', string> & {
  id: number;
  raw?: Uint8Array;
};

const SUMMARY = 'id, to_name, to_address, from_name, from_address, subject, preview, at';

/** The mails that the embedded receiver has taken, raw, newest kept. They survive a restart. */
export class Mailbox {
  readonly #db: DatabaseSync;

  constructor(
    directory: string,
    private readonly most = 5_000,
  ) {
    this.#db = openMailboxFile(directory);
  }

  /**
   * Keeps one copy per recipient. A mail with an id that the recipient has already is the same mail, sent again: it is
   * dropped.
   */
  async add({ recipients, raw, at }: Delivery): Promise<void> {
    const parsed = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true });
    const readers = [parsed.to ?? []].flat().flatMap(({ value }) => value);
    const from = parsed.from?.value[0];
    const preview = (parsed.text ?? '').replace(/\s+/g, ' ').trim().slice(0, 160);
    const insert = this.#db.prepare(
      'INSERT INTO message (recipient, message_id, to_name, to_address, from_name, from_address, subject, preview, at, raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    );
    inTransaction(this.#db, () => {
      for (const recipient of recipients) {
        const name = readers.find(({ address }) => fold(address ?? '') === fold(recipient))?.name ?? '';
        insert.run(
          fold(recipient),
          parsed.messageId ?? `none-${at.toISOString()}`,
          name,
          recipient,
          from?.name ?? '',
          from?.address ?? '',
          parsed.subject ?? '',
          preview,
          at.toISOString(),
          raw,
        );
      }
      this.#db.prepare('DELETE FROM message WHERE id <= (SELECT max(id) FROM message) - ?').run(this.most);
    });
  }

  /** Newest first. `before`: only older than this id. `to`: only those to this address, in any case. */
  list({
    limit,
    before,
    to,
  }: {
    limit: number;
    before?: string | undefined;
    to?: string | undefined;
  }): MessageSummary[] {
    const rows = this.#db
      .prepare(
        `SELECT ${SUMMARY} FROM message WHERE id < ? ${to === undefined ? '' : 'AND recipient = ?'} ORDER BY id DESC LIMIT ?`,
      )
      .all(...[idOf(before) ?? Number.MAX_SAFE_INTEGER, ...(to === undefined ? [] : [fold(to)]), limit]);
    return (rows as unknown as Row[]).map(summary);
  }

  get(id: string): Message | undefined {
    const row = this.#db.prepare(`SELECT ${SUMMARY}, raw FROM message WHERE id = ?`).get(idOf(id) ?? -1) as unknown as
      Row | undefined;
    return row && { ...summary(row), raw: Buffer.from(row.raw ?? []) };
  }

  /** How many mails there are to this address. */
  count(to: string): number {
    return Number(
      this.#db.prepare('SELECT count(*) AS mails FROM message WHERE recipient = ?').get(fold(to))?.['mails'],
    );
  }

  /** Removes the mails to this address, also from what the file keeps of deleted rows. Gives how many there were. */
  remove(to: string): number {
    const { changes } = this.#db.prepare('DELETE FROM message WHERE recipient = ?').run(fold(to));
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return Number(changes);
  }

  newest(): string | null {
    const row = this.#db.prepare('SELECT max(id) AS id FROM message').get() as { id: number | null };
    return row.id === null ? null : String(row.id);
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close();
  }
}

/** No address is longer; a text without a bound must not be normalised. */
const LONGEST_ADDRESS = 320;

const fold = (address: string): string => address.slice(0, LONGEST_ADDRESS).trim().normalize('NFC').toLowerCase();

const idOf = (id: string | undefined): number | undefined =>
  id !== undefined && /^[1-9]\d{0,14}$/.test(id) ? Number(id) : undefined;

const summary = (row: Row): MessageSummary => ({
  id: String(row.id),
  subject: row.subject,
  preview: row.preview,
  at: row.at,
  to: { name: row.to_name, address: row.to_address },
  from: { name: row.from_name, address: row.from_address },
});
