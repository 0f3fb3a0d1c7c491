import { randomUUID } from 'node:crypto';
import type { StatementSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { EncryptedTable } from './encrypted-table';
import { Locks } from './vault.port';

interface Lease {
  readonly row: Buffer;
  readonly holder: string;
}

/**
 * In this process holders of one name queue up; among processes the first of each queue competes for a row with an expiry. The holder
 * prolongs it while it works, so a process that dies lets go after `leaseMs`. Leases run by the system's clock: moving the clock of the
 * demo must not break a lock.
 */
export class SqliteLocks extends Locks {
  readonly #last = new Map<string, Promise<unknown>>();
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

  override withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(name) ?? Promise.resolve();
    return this.#inLine(
      name,
      before.then(async () => {
        const lease = this.#newLease(name);
        for (let wait = 5; !(await this.#taken(lease)); wait = Math.min(wait * 2, 100)) await pause(wait);
        return this.#hold(lease, work);
      }),
    );
  }

  override async tryLock<T>(name: string, work: () => Promise<T>): Promise<T | null> {
    if (this.#last.has(name)) return null;
    const lease = this.#newLease(name);
    return this.#inLine(
      name,
      this.#taken(lease).then((isMine) => (isMine ? this.#hold(lease, work) : null)),
    );
  }

  /** Whoever asks next in this process comes after `mine`. */
  async #inLine<T>(name: string, mine: Promise<T>): Promise<T> {
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(name, settled);
    try {
      return await mine;
    } finally {
      if (this.#last.get(name) === settled) this.#last.delete(name);
    }
  }

  #newLease(name: string): Lease {
    return { row: this.table.nameOf('lock', name), holder: randomUUID() };
  }

  /** Works under a lease that was taken, and lets go of it. */
  async #hold<T>({ row, holder }: Lease, work: () => Promise<T>): Promise<T> {
    const heartbeat = setInterval(() => {
      // When this fails the lease runs out and another may go on: who works under a lock has to check what it changes (see grants).
      this.table.write(() => this.#prolong.run(Date.now() + this.leaseMs, row, holder)).catch(() => undefined);
    }, this.leaseMs / 3);
    heartbeat.unref();
    try {
      return await work();
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
