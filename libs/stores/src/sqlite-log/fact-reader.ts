import type { ReadAllOptions, ReadAllPage, ReadStreamOptions, StoredFact } from '@linkage/event-sourcing';
import { LRUCache } from 'lru-cache';
import type { DatabaseSync, StatementSync } from '@linkage/sqlite';
import type { FactRow } from './fact-row';
import type { RecentFacts } from './recent-facts';
import { toPlace, toPosition } from './sqlite-position';
import type { Streams } from './streams';

type Columns = [place: number, revision: number, id: string, type: string, data: string, meta: string, stream: string];

const columns = 'f.position, f.revision, f.id, f.type, f.data, f.meta';
/** A rare prefix must not block the process. */
const WINDOW = 10_000;
const ALL = -1;
const UNFILTERED = -1;

export class FactReader {
  private readonly forwards: StatementSync;
  private readonly backwards: StatementSync;
  private readonly ofPrefixes = new LRUCache<number, StatementSync>({ max: 20 });

  constructor(
    private readonly db: DatabaseSync,
    private readonly streams: Streams,
    private readonly recent: RecentFacts,
    private readonly toFact: (row: FactRow) => StoredFact,
  ) {
    const ofStream = `SELECT ${columns} FROM facts f WHERE f.stream = ?`;
    this.forwards = arrays(db.prepare(`${ofStream} AND f.revision >= ? ORDER BY f.revision LIMIT ?`));
    this.backwards = arrays(db.prepare(`${ofStream} AND f.revision <= ? ORDER BY f.revision DESC LIMIT ?`));
  }

  stream(name: string, { from, backwards = false, limit = ALL }: ReadStreamOptions): readonly StoredFact[] {
    const key = this.streams.keyOf(name);
    if (key === undefined) return [];
    const rows = backwards
      ? this.backwards.all(key, from ?? Number.MAX_SAFE_INTEGER, limit)
      : this.forwards.all(key, from ?? 0, limit);
    return (rows as unknown as Columns[]).map((row) => this.factOf(row, name));
  }

  all({ after = null, prefixes, limit }: ReadAllOptions, head: number): ReadAllPage {
    const start = toPlace(after);
    if (start >= head) return { facts: [], next: head === 0 ? null : (after ?? toPosition(head)), end: true };
    if (this.recent.reachesBackTo(start)) return this.fromMemory(start, prefixes, limit, head);
    // Linkage writes from place 1 on; a fact before that was put there from outside and must be seen.
    return this.fromDisk(after === null ? Number.MIN_SAFE_INTEGER : start, prefixes, limit, head);
  }

  private fromMemory(start: number, prefixes: readonly string[] | undefined, limit: number, head: number): ReadAllPage {
    const facts = this.recent.after(start, limit);
    const next = facts.at(-1)?.row.place ?? start;
    const wanted = prefixes
      ? facts.filter(({ row: { stream } }) => prefixes.some((prefix) => stream.startsWith(prefix)))
      : facts;
    return { facts: wanted.map(({ fact }) => fact), next: toPosition(next), end: next >= head };
  }

  private fromDisk(start: number, prefixes: readonly string[] | undefined, limit: number, head: number): ReadAllPage {
    const until = Math.min(head, Math.max(0, start) + Math.max(WINDOW, limit));
    const ranges = (prefixes ?? []).flatMap((prefix) => [prefix, afterPrefix(prefix)]);
    const rows = this.statementFor(prefixes).all(start, until, ...ranges, limit) as unknown as Columns[];
    const next = rows.length === limit ? (rows.at(-1)?.[0] ?? until) : until;
    return { facts: rows.map((row) => this.factOf(row, row[6])), next: toPosition(next), end: next >= head };
  }

  private factOf([place, revision, id, type, data, meta]: Columns, stream: string): StoredFact {
    return this.toFact({ place, stream, revision, id, type, data, meta });
  }

  private statementFor(prefixes: readonly string[] | undefined): StatementSync {
    const count = prefixes ? prefixes.length : UNFILTERED;
    const known = this.ofPrefixes.get(count);
    if (known) return known;
    const ranges = (prefixes ?? []).map(() => '(s.name >= ? AND s.name < ?)').join(' OR ');
    const filter = prefixes ? ` AND (${ranges || 'false'})` : '';
    const statement = arrays(
      this.db.prepare(`
      SELECT ${columns}, s.name FROM facts f CROSS JOIN streams s ON s.key = f.stream
      WHERE f.position > ? AND f.position <= ?${filter} ORDER BY f.position LIMIT ?`),
    );
    this.ofPrefixes.set(count, statement);
    return statement;
  }
}

const arrays = (statement: StatementSync): StatementSync => {
  statement.setReturnArrays(true);
  return statement;
};

const afterPrefix = (prefix: string): string => `${prefix}\u{10FFFF}`;
