import { randomUUID } from 'node:crypto';
import type { EncryptedTable } from './encrypted-table';
import { Grants, type Locks } from './vault.port';

const KIND = 'grant';

/** `version` changes with every change: an answer fetched for an older one is not stored over a newer. */
interface StoredGrant {
  readonly version: string;
  readonly grant: object;
}

export class SqliteGrants extends Grants {
  constructor(
    private readonly table: EncryptedTable,
    private readonly locks: Locks,
  ) {
    super();
  }

  override put(accountId: string, grant: object): Promise<void> {
    return this.#alone(accountId, () =>
      this.table.write(() => {
        const current = this.#read(accountId);
        this.#store(accountId, current ? merged(current.grant, grant) : grant);
      }),
    );
  }

  override async get<G extends object>(accountId: string): Promise<G | undefined> {
    return this.#read(accountId)?.grant as G | undefined;
  }

  override refresh<G extends object>(
    accountId: string,
    refresh: (current: G) => Promise<G | null>,
  ): Promise<G | undefined> {
    return this.#alone(accountId, async () => {
      const before = this.#read(accountId);
      if (!before) return undefined;
      const answer = await refresh(before.grant as G);
      return answer === null
        ? (this.#read(accountId)?.grant as G | undefined)
        : this.table.write(() => this.#keep(accountId, before.version, answer));
    });
  }

  override take<G extends object>(accountId: string): Promise<G | undefined> {
    return this.#alone(accountId, async () => {
      const kept = await this.get<G>(accountId);
      await this.remove(accountId);
      return kept;
    });
  }

  override remove(accountId: string): Promise<void> {
    return this.table.write(() => this.table.remove(KIND, accountId));
  }

  #keep<G extends object>(accountId: string, version: string, answer: G): G | undefined {
    const now = this.#read(accountId);
    if (now?.version !== version) return now?.grant as G | undefined;
    const next = merged(now.grant, answer) as G;
    this.#store(accountId, next);
    return next;
  }

  #alone<T>(accountId: string, work: () => Promise<T>): Promise<T> {
    return this.locks.withLock(`grant/${accountId}`, work);
  }

  #read(accountId: string): StoredGrant | undefined {
    const kept = this.table.get(KIND, accountId);
    return kept && (JSON.parse(kept.plain.toString('utf8')) as StoredGrant);
  }

  #store(accountId: string, grant: object): void {
    this.table.put(
      KIND,
      accountId,
      Buffer.from(JSON.stringify({ version: randomUUID(), grant } satisfies StoredGrant), 'utf8'),
    );
  }
}

/** P4, P14: many platforms answer a refresh without a new refresh token; the old one is still the one to use. */
function merged(current: object, answer: object): object {
  const before = current as Record<string, unknown>;
  const given = withoutUndefined(answer);
  const next: Record<string, unknown> = { ...before, ...given };
  if (given['refreshToken'] || !before['refreshToken']) return next;
  next['refreshToken'] = before['refreshToken'];
  next['refreshExpiresAt'] ??= before['refreshExpiresAt'];
  return next;
}

const withoutUndefined = (value: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined));
