import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { v7 } from 'uuid';

/**
 * The baseline: node:sqlite by hand, with the same tables as our log and the same durability, and nothing around it.
 */
interface RawLog {
  readonly db: DatabaseSync;
  readonly insert: StatementSync;
  readonly last: StatementSync;
  readonly read: StatementSync;
  close(): void;
}

export const openRawLog = (folder: string): RawLog => {
  const db = new DatabaseSync(`${folder}/raw.db`);
  db.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;
    CREATE TABLE IF NOT EXISTS facts (position INTEGER PRIMARY KEY, stream INTEGER NOT NULL, revision INTEGER NOT NULL,
      id TEXT NOT NULL, type TEXT NOT NULL, data TEXT NOT NULL, meta TEXT NOT NULL) STRICT;
    CREATE UNIQUE INDEX IF NOT EXISTS facts_of_stream ON facts (stream, revision);`);
  return {
    db,
    insert: db.prepare('INSERT INTO facts (stream, revision, id, type, data, meta) VALUES (?, ?, ?, ?, ?, ?)'),
    last: db.prepare('SELECT max(revision) AS revision FROM facts WHERE stream = ?'),
    read: db.prepare('SELECT position, revision, id, type, data, meta FROM facts WHERE stream = ? ORDER BY revision'),
    close: () => db.close(),
  };
};

/** About 290 bytes of data and 130 of metadata, as an invitation has. */
export const sampleFact = (index: number) => ({
  id: v7(),
  type: 'InvitationSent',
  data: {
    invitationId: v7(),
    workspaceId: '01900000-0000-7000-8000-000000000001',
    name: `Creator Number ${index}`,
    email: `creator-${index}@example.com`,
    brandName: 'The Brand',
    message: 'We would love to see your figures. Connect your accounts, it takes two minutes.',
    linkVersion: 1,
  },
  meta: {
    v: 1,
    at: '2026-01-15T09:00:00.000Z',
    ws: '01900000-0000-7000-8000-000000000001',
    actor: { kind: 'member', id: 'member-1' },
    cor: v7(),
    cau: null,
  },
});
