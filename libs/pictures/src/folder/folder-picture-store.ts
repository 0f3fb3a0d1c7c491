import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type DatabaseSync, inTransaction, type StatementSync } from '@linkage/sqlite';
import { LRUCache } from 'lru-cache';
import { PictureRefused } from '../picture.errors';
import {
  AVATAR,
  OFFERED,
  PictureStore,
  type KeptPicture,
  type NewPicture,
  type PictureRoom,
  type Standing,
  type WhichPicture,
} from '../picture-store.port';
import type { PictureType } from '../picture-type';
import { PictureFiles } from './picture-files';
import { openPictureIndex } from './picture-index';

export interface PictureLimits {
  /** Bytes of one picture. */
  readonly one: number;
  /** Bytes of all of them. */
  readonly all: number;
}

/** Room is made for some more, so that not every new picture has to make its own. */
const AFTER_MAKING_ROOM = 0.95;
const DAY_MS = 24 * 3_600_000;
const MOST_NOTICED = 10_000;

/** Addresses and ids tell whose they are, and what is deleted from a database may stay in its free pages. */
const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

const kindOf = (what: string): string =>
  what === AVATAR ? AVATAR : what.startsWith(OFFERED) ? `${OFFERED}${digestOf(what)}` : digestOf(what);

/**
 * A folder of files, with an index in SQLite: which picture is in which file, and when it was shown. Processes may
 * share it.
 */
export class FolderPictureStore extends PictureStore {
  /** Set aside at opening, because it was damaged. */
  readonly aside: string | null;
  private readonly db: DatabaseSync;
  private readonly files: PictureFiles;
  /** By hash, not written yet: showing must not wait for the disk. */
  private readonly shown = new LRUCache<string, number>({ max: MOST_NOTICED });
  private readonly statements = new Map<string, StatementSync>();

  constructor(
    directory: string,
    private readonly limits: PictureLimits,
  ) {
    super();
    const folder = join(directory, 'pictures');
    ({ db: this.db, aside: this.aside } = openPictureIndex(folder));
    this.files = new PictureFiles(folder);
  }

  override async keep({ bytes, ...picture }: NewPicture, now: Date): Promise<void> {
    if (bytes.length > this.limits.one) throw new PictureRefused(`it has more than ${this.limits.one} bytes`);
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (this.stateOf(hash) !== 'kept') await this.files.write(hash, bytes);
    const { account, at, subject, type, tag } = picture;
    const [what, address] = [kindOf(picture.what), digestOf(at)];
    inTransaction(this.db, () => {
      this.sql(
        `INSERT INTO file VALUES (?, ?, ?, ?, ?, 'kept') ON CONFLICT DO UPDATE SET state = 'kept', shown = excluded.shown`,
      ).run(hash, randomBytes(24).toString('base64url'), type, bytes.length, now.getTime());
      this.sql('DELETE FROM picture WHERE account = ? AND what = ? AND hash = ? AND at <> ?').run(
        account,
        what,
        hash,
        address,
      );
      this.sql(
        `INSERT INTO picture VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
         SET subject = excluded.subject, hash = excluded.hash, tag = excluded.tag, kept = excluded.kept, checked = excluded.checked`,
      ).run(account, what, address, subject, hash, tag, now.getTime(), now.getTime());
    });
    if (this.room().bytes > this.limits.all) await this.makeRoom();
  }

  override standing({ account, what, at }: WhichPicture): Standing {
    const row = this.sql(
      'SELECT state, tag, checked FROM picture JOIN file USING (hash) WHERE account = ? AND what = ? AND at = ?',
    ).get(account, kindOf(what), digestOf(at));
    if (row?.['state'] === 'let-go') return { is: 'let-go' };
    if (row?.['state'] !== 'kept') return { is: 'wanted' };
    return { is: 'kept', tag: row['tag'] as string | null, checkedAt: new Date(Number(row['checked'])) };
  }

  override async check({ account, what, at }: WhichPicture, now: Date): Promise<void> {
    this.sql('UPDATE picture SET checked = ? WHERE account = ? AND what = ? AND at = ?').run(
      now.getTime(),
      account,
      kindOf(what),
      digestOf(at),
    );
  }

  override names(asked: readonly WhichPicture[], now: Date): readonly (string | undefined)[] {
    const find = this.sql(
      `SELECT hash, name, state FROM picture JOIN file USING (hash) WHERE account = ? AND what = ?
       ORDER BY at = ? DESC, kept DESC LIMIT 1`,
    );
    return asked.map(({ account, what, at }) => this.shownName(find.get(account, kindOf(what), digestOf(at)), now));
  }

  override faces(subjects: readonly string[], now: Date): readonly (string | undefined)[] {
    const rows = this.sql(
      `SELECT subject, hash, name, state FROM picture JOIN file USING (hash)
       WHERE subject IN (SELECT value FROM json_each(?)) AND what = '${AVATAR}' AND kept <= ? ORDER BY account, kept DESC`,
    ).all(JSON.stringify(subjects), now.getTime());
    const first = new Map<unknown, (typeof rows)[number]>();
    for (const row of rows) if (!first.has(row['subject'])) first.set(row['subject'], row);
    return subjects.map((subject) => this.shownName(first.get(subject), now));
  }

  override async read(name: string, now: Date): Promise<KeptPicture | undefined> {
    const row = this.sql(`SELECT hash, type FROM file WHERE name = ? AND state = 'kept'`).get(name);
    if (row === undefined) return undefined;
    const hash = String(row['hash']);
    const bytes = await this.files.read(hash);
    if (bytes === undefined) {
      this.sql(`UPDATE file SET state = 'wanted' WHERE hash = ?`).run(hash);
      return undefined;
    }
    this.notice(hash, now);
    return { bytes, type: row['type'] as PictureType };
  }

  override count(subject: string): number {
    return Number(this.sql('SELECT COUNT(*) AS count FROM picture WHERE subject = ?').get(subject)?.['count']);
  }

  override async remove(subject: string): Promise<number> {
    const removed = this.sql('DELETE FROM picture WHERE subject = ?').run(subject).changes;
    await this.removeUnused();
    return Number(removed);
  }

  override subjects(): readonly string[] {
    return this.sql('SELECT DISTINCT subject FROM picture')
      .all()
      .map((row) => String(row['subject']));
  }

  override room(): PictureRoom {
    const row = this.sql('SELECT pictures, bytes FROM total').get();
    return { pictures: Number(row?.['pictures']), bytes: Number(row?.['bytes']) };
  }

  override async tidy(now: Date): Promise<void> {
    this.writeShown();
    this.sql('DELETE FROM picture WHERE what >= ? AND what < ? AND kept < ?').run(
      OFFERED,
      `${OFFERED}\uffff`,
      now.getTime() - DAY_MS,
    );
    await this.removeUnused();
    if (this.room().bytes > this.limits.all) await this.makeRoom();
    await this.files.removeUnknown((hash) => this.stateOf(hash) === 'kept');
  }

  override close(): void {
    if (!this.db.isOpen) return;
    this.writeShown();
    this.db.close();
  }

  /** Least recently shown first. */
  private async makeRoom(): Promise<void> {
    this.writeShown();
    const rows = this.sql(`SELECT hash, bytes FROM file WHERE state = 'kept' ORDER BY shown, hash`).iterate();
    let over = this.room().bytes - this.limits.all * AFTER_MAKING_ROOM;
    const leaving: string[] = [];
    for (const row of rows) {
      if (over <= 0) break;
      over -= Number(row['bytes']);
      leaving.push(String(row['hash']));
    }
    const letGo = this.sql(`UPDATE file SET state = 'let-go' WHERE hash = ?`);
    inTransaction(this.db, () => leaving.forEach((hash) => letGo.run(hash)));
    for (const hash of leaving) await this.files.remove(hash);
  }

  private async removeUnused(): Promise<void> {
    const unused = 'SELECT hash FROM file WHERE NOT EXISTS (SELECT 1 FROM picture WHERE picture.hash = file.hash)';
    const hashes = this.sql(`DELETE FROM file WHERE hash IN (${unused}) RETURNING hash`).all();
    for (const { hash } of hashes) await this.files.remove(String(hash));
  }

  private shownName(row: Record<string, unknown> | undefined, now: Date): string | undefined {
    if (row === undefined) return undefined;
    this.notice(String(row['hash']), now);
    return row['state'] === 'kept' ? String(row['name']) : undefined;
  }

  private notice(hash: string, now: Date): void {
    this.shown.set(hash, now.getTime());
  }

  private writeShown(): void {
    const write = this.sql(
      `UPDATE file SET shown = MAX(shown, ?), state = CASE state WHEN 'let-go' THEN 'wanted' ELSE state END WHERE hash = ?`,
    );
    const shown = [...this.shown];
    this.shown.clear();
    inTransaction(this.db, () => shown.forEach(([hash, at]) => write.run(at, hash)));
  }

  private stateOf(hash: string): unknown {
    return this.sql('SELECT state FROM file WHERE hash = ?').get(hash)?.['state'];
  }

  private sql(text: string): StatementSync {
    let statement = this.statements.get(text);
    if (statement === undefined) this.statements.set(text, (statement = this.db.prepare(text)));
    return statement;
  }
}
