import type { StatementSync } from '@linkage/sqlite';
import { freshBytes, newId } from '@linkage/event-sourcing';
import type { EncryptedTable } from './encrypted-table';
import { LRUCache } from 'lru-cache';
import { DataSubjectKeys } from './vault.port';

export const SUBJECT_KEY = 'subject-key';
export const ERASED_SUBJECT = 'erased-subject';
const AHEAD = 128;
const FEW = 64;

export class SqliteSubjectKeys extends DataSubjectKeys {
  readonly #keys = new LRUCache<string, Buffer>({ max: 20_000 });
  readonly #dataVersion: StatementSync;
  #ahead: string[] = [];
  #making: Promise<void> | undefined;
  #seenVersion: number;
  #seenErasures: number;
  #looked = false;

  constructor(private readonly table: EncryptedTable) {
    super();
    this.#dataVersion = table.db.prepare('PRAGMA data_version');
    this.#seenVersion = this.#version();
    this.#seenErasures = this.#count();
  }

  override async newSubject(): Promise<string> {
    while (this.#ahead.length === 0) await this.#makeAhead();
    // No caller waits for these: if they cannot be made, the next caller tries again and hears of it.
    if (this.#ahead.length <= FEW) this.#makeAhead().catch(() => undefined);
    return this.#ahead.shift() ?? this.newSubject();
  }

  override async obtain(subject: string): Promise<Buffer> {
    return this.#known(subject) ?? (await this.table.write(() => this.#make(subject)));
  }

  override async find(subject: string): Promise<Buffer | undefined> {
    return this.#known(subject);
  }

  override async erase(subject: string): Promise<void> {
    await this.table.write(() => {
      if (this.table.has(ERASED_SUBJECT, subject) && !this.table.has(SUBJECT_KEY, subject)) return;
      this.table.remove(SUBJECT_KEY, subject);
      this.table.put(ERASED_SUBJECT, subject, Buffer.alloc(0));
      this.table.countErasure();
    });
    this.#keys.delete(subject);
    this.table.scrub();
  }

  override async erasures(): Promise<number> {
    return this.#count();
  }

  #known(subject: string): Buffer | undefined {
    this.#forgetWhatOthersErased();
    const cached = this.#keys.get(subject);
    if (cached) return cached;
    const key = this.table.get(SUBJECT_KEY, subject)?.plain;
    if (key) this.#keys.set(subject, key);
    return key;
  }

  #makeAhead(): Promise<void> {
    this.#making ??= this.table
      .write(() => Array.from({ length: AHEAD }, () => this.#makeNew()))
      .then((made) => {
        this.#ahead = [...this.#ahead, ...made];
      })
      .finally(() => {
        this.#making = undefined;
      });
    return this.#making;
  }

  #makeNew(): string {
    const [subject, key] = [newId(), freshBytes(32)];
    this.table.put(SUBJECT_KEY, subject, key);
    this.#keys.set(subject, key);
    return subject;
  }

  #make(subject: string): Buffer {
    const fresh = freshBytes(32);
    // Not stored and not cached: what is still written about an erased person cannot be read.
    if (this.table.get(ERASED_SUBJECT, subject)) return fresh;
    return this.table.insert(SUBJECT_KEY, subject, fresh)
      ? fresh
      : (this.table.get(SUBJECT_KEY, subject)?.plain ?? fresh);
  }

  /** The data version says whether another connection has written at all; once per turn is soon enough. */
  #forgetWhatOthersErased(): void {
    if (this.#looked) return;
    this.#looked = true;
    setImmediate(() => {
      this.#looked = false;
    });
    const version = this.#version();
    if (version === this.#seenVersion) return;
    this.#seenVersion = version;
    const count = this.#count();
    if (count === this.#seenErasures) return;
    this.#seenErasures = count;
    this.#keys.clear();
  }

  #version(): number {
    return Number(this.#dataVersion.get()?.['data_version']);
  }

  #count(): number {
    return this.table.erasures();
  }
}
