import { randomUUID } from 'node:crypto';
import { Backoff, KeyedQueue } from '@linkage/event-sourcing';
import type { StatementSync } from '@linkage/sqlite';
import type { EncryptedTable } from './encrypted-table';
import { LeaseLost } from './vault.errors';
import { Locks, type LockedWork } from './vault.port';

interface Lease {
  readonly row: Buffer;
  readonly holder: string;
}

/** The holder prolongs its lease while it works. By the system's clock: moving the demo's must not break a lock. */
export class SqliteLocks extends Locks {
  readonly #queue = new KeyedQueue();
  readonly #take: StatementSync;
  readonly #prolong: StatementSync;
  readonly #release: StatementSync;

  constructor(
    private readonly table: EncryptedTable,
    private readonly leaseMs: number,
  ) {
    super();
    this.#take = table.db.prepare(
      'INSERT INTO lease (name, holder, until) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET holder = excluded.holder, until = excluded.until WHERE lease.until <= ?',
    );
    this.#prolong = table.db.prepare('UPDATE lease SET until = ? WHERE name = ? AND holder = ?');
    this.#release = table.db.prepare('DELETE FROM lease WHERE name = ? AND holder = ?');
  }

  override withLock<T>(name: string, work: LockedWork<T>): Promise<T> {
    return this.#queue.run(name, async () => {
      const lease = this.#newLease(name);
      const backoff = new Backoff(5, 100);
      while (!(await this.#taken(lease))) await backoff.wait();
      return this.#hold(lease, work);
    });
  }

  override async tryLock<T>(name: string, work: LockedWork<T>): Promise<T | null> {
    if (this.#queue.has(name)) return null;
    return this.#queue.run(name, async () => {
      const lease = this.#newLease(name);
      return (await this.#taken(lease)) ? this.#hold(lease, work) : null;
    });
  }

  #newLease(name: string): Lease {
    return { row: this.table.nameOf('lock', name), holder: randomUUID() };
  }

  async #hold<T>({ row, holder }: Lease, work: LockedWork<T>): Promise<T> {
    const lost = new AbortController();
    let until = Date.now() + this.leaseMs;
    const heartbeat = setInterval(() => {
      const next = Date.now() + this.leaseMs;
      this.table
        .write(() => this.#prolong.run(next, row, holder).changes === 1)
        .then(
          (isOurs) => {
            until = next;
            if (!isOurs) lost.abort(new LeaseLost());
          },
          (cause: unknown) => {
            if (Date.now() >= until) lost.abort(new LeaseLost({ cause }));
          },
        );
    }, this.leaseMs / 3);
    heartbeat.unref();
    try {
      return await work(lost.signal);
    } finally {
      clearInterval(heartbeat);
      // Not released, it runs out: no reason to turn work that is done into a failure.
      await this.table.write(() => this.#release.run(row, holder)).catch(() => undefined);
    }
  }

  #taken({ row, holder }: Lease): Promise<boolean> {
    const now = Date.now();
    return this.table.write(() => this.#take.run(row, holder, now + this.leaseMs, now).changes === 1);
  }
}
