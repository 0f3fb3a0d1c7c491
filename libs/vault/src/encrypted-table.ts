import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { VaultUnavailable } from '@linkage/event-sourcing';
import { connect, type DatabaseSync, GroupCommit, sentenceOf, type StatementSync, troubleOf } from '@linkage/sqlite';
import { RowAuthentication, type StoredRow } from './row-authentication';
import type { MasterCipher } from './master-cipher';
import { addRowTags, PATIENCE_MS, VAULT_FILE } from './vault-file';
import { DecryptionFailed, VaultUnusable } from './vault.errors';

export interface DecryptedRow {
  readonly plain: Buffer;
  /** ms since 1970; null: never */
  readonly expires: number | null;
}

type RowKey = Pick<StoredRow, 'kind' | 'name'>;
type TaggedRow = StoredRow & { readonly tag: Uint8Array | null };

export interface CheckedRow extends RowKey {
  readonly genuine: boolean;
}

type RowsAside = (after: RowKey | undefined, limit: number) => readonly CheckedRow[];

/** The id stands in the file as an HMAC, so that not even ids can be read there. */
export class EncryptedTable {
  readonly #writes: GroupCommit;
  readonly #names: KeyObject;
  readonly #rows: RowAuthentication;
  readonly #get: StatementSync;
  readonly #put: StatementSync;
  readonly #insert: StatementSync;
  readonly #remove: StatementSync;
  readonly #removeExpired: StatementSync;
  readonly #erasures: StatementSync;
  onBroken: (kind: string) => void = () => undefined;

  constructor(
    readonly db: DatabaseSync,
    private readonly cipher: MasterCipher,
    private readonly directory: string,
  ) {
    const naming = namingKey(db, cipher, directory);
    this.#names = createSecretKey(naming);
    this.#rows = new RowAuthentication(naming);
    addRowTags(db, (row) => this.#rows.tagOf(row));
    this.#writes = new GroupCommit(db, { explain: (error) => this.#explained(error) });
    this.#get = db.prepare('SELECT body, expires FROM sealed WHERE kind = ? AND name = ?');
    this.#put = db.prepare(
      'INSERT INTO sealed (kind, name, body, expires, tag) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body, expires = excluded.expires, tag = excluded.tag',
    );
    this.#insert = db.prepare(
      'INSERT INTO sealed (kind, name, body, expires, tag) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    );
    this.#remove = db.prepare('DELETE FROM sealed WHERE kind = ? AND name = ?');
    this.#removeExpired = db.prepare('DELETE FROM sealed WHERE expires <= ?');
    this.#erasures = db.prepare('SELECT count FROM erasures');
  }

  /** Synchronous `work`: alone, all or nothing, on the disk when the promise resolves. @throws VaultUnavailable */
  async write<T>(work: () => T): Promise<T> {
    this.#mustBeOpen();
    return this.#writes.run(work);
  }

  get(kind: string, id: string): DecryptedRow | undefined {
    this.#mustBeOpen();
    const row = this.#row(kind, id);
    if (!row) return undefined;
    try {
      return { plain: this.cipher.decrypt(kind, id, row.body), expires: row.expires };
    } catch (error) {
      this.onBroken(kind);
      throw error;
    }
  }

  has(kind: string, id: string): boolean {
    this.#mustBeOpen();
    return this.#get.get(kind, this.nameOf(kind, id)) !== undefined;
  }

  /** Its own connection sees what is on the disk, not what this one has in its cache. */
  aside<T>(work: (rows: RowsAside, db: DatabaseSync) => T): T {
    this.#mustBeOpen();
    const db = connect(this.#file, { patienceMs: PATIENCE_MS, readsOnly: true });
    try {
      return work((after, limit) => this.#checked(db, after, limit), db);
    } finally {
      db.close();
    }
  }

  /** Only inside `write`, as all that change something. */
  put(kind: string, id: string, plain: Uint8Array, expires: number | null = null): void {
    this.#write(this.#put, kind, id, plain, expires);
  }

  insert(kind: string, id: string, plain: Uint8Array, expires: number | null = null): boolean {
    return this.#write(this.#insert, kind, id, plain, expires) === 1;
  }

  remove(kind: string, id: string): void {
    this.#remove.run(kind, this.nameOf(kind, id));
  }

  removeExpired(now: Date): number {
    return Number(this.#removeExpired.run(now.getTime()).changes);
  }

  erasures(): number {
    return Number(this.#erasures.get()?.['count']);
  }

  /** By the time, lest a restored vault comes to a number that read models were built for with the key back. */
  countErasure(): void {
    this.db.prepare('UPDATE erasures SET count = max(count + 1, ?)').run(Date.now());
  }

  nameOf(kind: string, id: string): Buffer {
    return createHmac('sha256', this.#names)
      .update(`${encodeURIComponent(kind)}/${id}`)
      .digest()
      .subarray(0, 16);
  }

  /** Brings what was overwritten out of the write-ahead log, too. */
  scrub(): void {
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    if (!this.db.isOpen) return;
    this.#writes.flush();
    this.db.close();
  }

  #row(kind: string, id: string): { body: Uint8Array; expires: number | null } | undefined {
    try {
      return this.#get.get(kind, this.nameOf(kind, id)) as { body: Uint8Array; expires: number | null } | undefined;
    } catch (error) {
      throw this.#explained(error);
    }
  }

  /** A damaged file is not mended by trying again. */
  #explained(error: unknown): unknown {
    const trouble = troubleOf(error);
    if (trouble === undefined || trouble === 'corrupt') return error;
    return new VaultUnavailable(sentenceOf(trouble, this.#file), { cause: error });
  }

  get #file(): string {
    return join(this.directory, VAULT_FILE);
  }

  #write(statement: StatementSync, kind: string, id: string, plain: Uint8Array, expires: number | null): number {
    const row = { kind, name: this.nameOf(kind, id), body: this.cipher.encrypt(kind, id, plain), expires };
    return Number(statement.run(row.kind, row.name, row.body, row.expires, this.#rows.tagOf(row)).changes);
  }

  #checked(db: DatabaseSync, after: RowKey | undefined, limit: number): readonly CheckedRow[] {
    const rows = db
      .prepare(
        'SELECT kind, name, body, expires, tag FROM sealed WHERE (kind, name) > (?, ?) ORDER BY kind, name LIMIT ?',
      )
      .all(after?.kind ?? '', after?.name ?? new Uint8Array(), limit) as unknown as readonly TaggedRow[];
    return rows.map((row) => ({ kind: row.kind, name: row.name, genuine: this.#rows.isGenuine(row, row.tag) }));
  }

  #mustBeOpen(): void {
    if (!this.db.isOpen) throw new VaultUnavailable('The vault is closed.');
  }
}

/** That it opens proves that the master key is the one the vault was made with. */
function namingKey(db: DatabaseSync, cipher: MasterCipher, directory: string): Buffer {
  const fresh = cipher.encrypt('vault', 'row-names', randomBytes(32));
  db.prepare('INSERT INTO meta (name, body) VALUES (?, ?) ON CONFLICT DO NOTHING').run('row-names', fresh);
  const row = db.prepare('SELECT body FROM meta WHERE name = ?').get('row-names') as { body: Uint8Array };
  try {
    return cipher.decrypt('vault', 'row-names', row.body);
  } catch (error) {
    if (!(error instanceof DecryptionFailed)) throw error;
    throw new VaultUnusable(
      `The vault in ${directory} was made with another master key. Set LINKAGE_MASTER_KEY to that key, or put the right master.key back; without it the secrets in this vault stay shut.`,
      { cause: error },
    );
  }
}
