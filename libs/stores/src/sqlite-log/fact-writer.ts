import { type Appended, type ExpectedRevision, RevisionConflict } from '@linkage/event-sourcing';
import type { DatabaseSync, StatementSync } from '@linkage/sqlite';
import type { FactRow, UnplacedRow } from './fact-row';
import { toPosition } from './sqlite-position';
import type { Streams, StreamState } from './streams';

export interface AppendRequest {
  readonly stream: string;
  readonly rows: readonly UnplacedRow[];
  readonly expected: ExpectedRevision;
}

/** Within the caller's transaction. */
export class FactWriter {
  private readonly insert: StatementSync;
  private readonly idsFrom: StatementSync;
  private readonly revisionOf: StatementSync;
  private written: FactRow[] = [];
  head: number;

  constructor(
    db: DatabaseSync,
    private readonly streams: Streams,
  ) {
    this.insert = db.prepare(
      'INSERT INTO facts (position, stream, revision, id, type, data, meta) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.idsFrom = db.prepare(
      'SELECT position, revision, id FROM facts WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?',
    );
    this.revisionOf = db.prepare('SELECT revision FROM facts WHERE stream = ? AND id = ?');
    this.head = Number(db.prepare('SELECT coalesce(max(position), 0) AS head FROM facts').get()?.['head']);
  }

  /** @throws RevisionConflict; then nothing of this request was written */
  append({ stream, rows, expected }: AppendRequest): Appended {
    const state = this.streams.stateOf(stream);
    if (expected === 'any') return (state && this.repeatedAnywhere(state, rows)) ?? this.write(stream, state, rows);
    const wanted = expected === 'no-stream' ? -1 : expected;
    const actual = state?.revision ?? -1;
    if (wanted === actual) return this.write(stream, state, rows);
    const repeated = state && this.repeatedAt(state, wanted + 1, rows);
    if (repeated) return repeated;
    throw new RevisionConflict(stream, expected, actual < 0 ? 'no-stream' : actual);
  }

  private write(stream: string, state: StreamState | undefined, rows: readonly UnplacedRow[]): Appended {
    const { key, revision: last } = state ?? this.streams.create(stream);
    let [place, revision] = [this.head + this.written.length, last];
    for (const { id, type, data, meta } of rows) {
      place += 1;
      revision += 1;
      this.insert.run(place, key, revision, id, type, data, meta);
      this.written.push({ place, stream, revision, id, type, data, meta });
    }
    this.streams.movedTo(stream, { key, revision });
    return { position: toPosition(place), revision };
  }

  private repeatedAt({ key }: StreamState, from: number, rows: readonly UnplacedRow[]): Appended | undefined {
    const there = this.idsFrom.all(key, from, rows.length);
    const last = there.at(-1);
    if (!last || there.length !== rows.length || !there.every(({ id }, index) => id === rows[index]?.id))
      return undefined;
    return { position: toPosition(last['position'] as number), revision: last['revision'] as number };
  }

  private repeatedAnywhere(state: StreamState, rows: readonly UnplacedRow[]): Appended | undefined {
    const revision = this.revisionOf.get(state.key, rows[0]?.id ?? '')?.['revision'] as number | undefined;
    return revision === undefined ? undefined : this.repeatedAt(state, revision, rows);
  }

  /** Call it after the commit; returns its rows. */
  committed(): readonly FactRow[] {
    const rows = this.written;
    this.written = [];
    this.head += rows.length;
    this.streams.committed();
    return rows;
  }

  rolledBack(): void {
    this.written = [];
    this.streams.rolledBack();
  }
}
