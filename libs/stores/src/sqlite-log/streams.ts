import type { DatabaseSync, StatementSync } from '@linkage/sqlite';
import { LRUCache } from 'lru-cache';

/** -1 when it has no facts. */
export interface StreamState {
  readonly key: number;
  readonly revision: number;
}

const HOT_STREAMS = 50_000;

/** Hot ones are cached: only this process writes. */
export class Streams {
  private readonly hot = new LRUCache<string, StreamState>({ max: HOT_STREAMS });
  /** Changes of the running transaction, valid once it is committed. */
  private readonly pending = new Map<string, StreamState>();
  private readonly find: StatementSync;
  private readonly lastRevision: StatementSync;
  private readonly insert: StatementSync;

  constructor(db: DatabaseSync) {
    this.find = db.prepare('SELECT key FROM streams WHERE name = ?');
    this.lastRevision = db.prepare('SELECT max(revision) AS revision FROM facts WHERE stream = ?');
    this.insert = db.prepare('INSERT INTO streams (name) VALUES (?)');
  }

  keyOf(name: string): number | undefined {
    return (this.hot.get(name)?.key ?? this.find.get(name)?.['key']) as number | undefined;
  }

  stateOf(name: string): StreamState | undefined {
    const known = this.pending.get(name) ?? this.hot.get(name);
    if (known) return known;
    const key = this.find.get(name)?.['key'] as number | undefined;
    if (key === undefined) return undefined;
    const state = { key, revision: (this.lastRevision.get(key)?.['revision'] as number | null) ?? -1 };
    this.hot.set(name, state);
    return state;
  }

  /** Call it within a transaction. */
  create(name: string): StreamState {
    return { key: Number(this.insert.run(name).lastInsertRowid), revision: -1 };
  }

  /** Call it within a transaction. */
  movedTo(name: string, state: StreamState): void {
    this.pending.set(name, state);
  }

  committed(): void {
    for (const [name, state] of this.pending) this.hot.set(name, state);
    this.pending.clear();
  }

  rolledBack(): void {
    this.pending.clear();
  }
}
