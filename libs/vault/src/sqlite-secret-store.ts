import type { StatementSync } from '@linkage/sqlite';
import type { EncryptedTable, DecryptedRow } from './encrypted-table';
import { SecretStore } from './vault.port';

export class SqliteSecretStore extends SecretStore {
  readonly #dataVersion: StatementSync;

  constructor(private readonly table: EncryptedTable) {
    super();
    this.#dataVersion = table.db.prepare('PRAGMA data_version');
  }

  override revision(): number {
    return Number(this.#dataVersion.get()?.['data_version']);
  }

  override put(kind: string, id: string, secret: object, options?: { expiresAt?: Date }): Promise<void> {
    return this.table.write(() => this.table.put(spaced(kind), id, encode(secret), expiry(options)));
  }

  override putNew(kind: string, id: string, secret: object, options?: { expiresAt?: Date }): Promise<boolean> {
    return this.table.write(() => this.table.insert(spaced(kind), id, encode(secret), expiry(options)));
  }

  override async get<T extends object>(kind: string, id: string, now: Date): Promise<T | undefined> {
    return alive<T>(this.table.get(spaced(kind), id), now);
  }

  override remove(kind: string, id: string): Promise<void> {
    return this.table.write(() => this.table.remove(spaced(kind), id));
  }

  override update<T extends object>(
    kind: string,
    id: string,
    now: Date,
    change: (current: T | undefined) => T | undefined,
    options?: { expiresAt?: Date },
  ): Promise<T | undefined> {
    return this.table.write(() => {
      const kept = this.table.get(spaced(kind), id);
      const current = alive<T>(kept, now);
      const changed = change(current);
      if (changed === undefined) return current;
      const stays = current === undefined ? null : (kept?.expires ?? null);
      this.table.put(spaced(kind), id, encode(changed), options?.expiresAt ? expiry(options) : stays);
      return changed;
    });
  }

  override take<T extends object>(kind: string, id: string, now: Date): Promise<T | undefined> {
    return this.table.write(() => {
      const current = alive<T>(this.table.get(spaced(kind), id), now);
      this.table.remove(spaced(kind), id);
      return current;
    });
  }

  override removeExpired(now: Date): Promise<number> {
    return this.table.write(() => this.table.removeExpired(now));
  }
}

// Callers' kinds have a space of their own: none can name the vault's keys or grants.
const spaced = (kind: string): string => `secret:${kind}`;

const encode = (secret: object): Buffer => Buffer.from(JSON.stringify(secret), 'utf8');

const expiry = (options: { expiresAt?: Date } | undefined): number | null => options?.expiresAt?.getTime() ?? null;

const alive = <T extends object>(kept: DecryptedRow | undefined, now: Date): T | undefined => {
  if (!kept || (kept.expires !== null && kept.expires <= now.getTime())) return undefined;
  return JSON.parse(kept.plain.toString('utf8')) as T;
};
