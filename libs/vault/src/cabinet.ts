import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Seal } from './sealing';
import { SealBroken, VaultUnusable } from './vault.errors';
import { WriteQueue } from './write-queue';

export interface Kept {
  readonly plain: Buffer;
  /** ms since 1970; null: never */
  readonly expires: number | null;
}

/** Sealed rows by kind and id. The id stands in the file as an HMAC under a key of the file, so that not even ids can be read there. */
export class Cabinet {
  readonly #queue: WriteQueue;
  readonly #names: KeyObject;
  readonly #get: StatementSync;
  readonly #put: StatementSync;
  readonly #insert: StatementSync;
  readonly #remove: StatementSync;
  readonly #removeExpired: StatementSync;

  constructor(
    readonly db: DatabaseSync,
    private readonly seal: Seal,
    directory: string,
  ) {
    this.#names = createSecretKey(namingKey(db, seal, directory));
    this.#queue = new WriteQueue(db);
    this.#get = db.prepare('SELECT body, expires FROM sealed WHERE kind = ? AND name = ?');
    this.#put = db.prepare(
      'INSERT INTO sealed (kind, name, body, expires) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body, expires = excluded.expires',
    );
    this.#insert = db.prepare(
      'INSERT INTO sealed (kind, name, body, expires) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    );
    this.#remove = db.prepare('DELETE FROM sealed WHERE kind = ? AND name = ?');
    this.#removeExpired = db.prepare('DELETE FROM sealed WHERE expires <= ?');
  }

  /** Runs the synchronous `work` in a transaction of its own kind: alone, all or nothing, on the disk when the promise resolves. */
  async write<T>(work: () => T): Promise<T> {
    this.#mustBeOpen();
    return this.#queue.run(work);
  }

  get(kind: string, id: string): Kept | undefined {
    this.#mustBeOpen();
    const row = this.#get.get(kind, this.nameOf(kind, id)) as { body: Uint8Array; expires: number | null } | undefined;
    return row && { plain: this.seal.open(kind, id, row.body), expires: row.expires };
  }

  /** Only inside `write`, as all that change something. */
  put(kind: string, id: string, plain: Uint8Array, expires: number | null = null): void {
    this.#put.run(kind, this.nameOf(kind, id), this.seal.close(kind, id, plain), expires);
  }

  /** False when something is there already. */
  insert(kind: string, id: string, plain: Uint8Array, expires: number | null = null): boolean {
    return this.#insert.run(kind, this.nameOf(kind, id), this.seal.close(kind, id, plain), expires).changes === 1;
  }

  remove(kind: string, id: string): void {
    this.#remove.run(kind, this.nameOf(kind, id));
  }

  removeExpired(now: Date): number {
    return Number(this.#removeExpired.run(now.getTime()).changes);
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
    this.#queue.flush();
    this.db.close();
  }

  #mustBeOpen(): void {
    if (!this.db.isOpen) throw new Error('The vault is closed.');
  }
}

/** Made with the file; that it opens proves that the master key is the one the vault was made with. */
function namingKey(db: DatabaseSync, seal: Seal, directory: string): Buffer {
  const fresh = seal.close('vault', 'row-names', randomBytes(32));
  db.prepare('INSERT INTO meta (name, body) VALUES (?, ?) ON CONFLICT DO NOTHING').run('row-names', fresh);
  const row = db.prepare('SELECT body FROM meta WHERE name = ?').get('row-names') as { body: Uint8Array };
  try {
    return seal.open('vault', 'row-names', row.body);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    throw new VaultUnusable(
      `The vault in ${directory} was made with another master key. Set LINKAGE_MASTER_KEY to that key, or put the right master.key back; without it the secrets in this vault stay shut.`,
      { cause: error },
    );
  }
}
