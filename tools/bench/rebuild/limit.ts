import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Contestant } from '../contestants';
import { fold, type Row, type Sent } from './model';

const PAGE = 5_000;

/** What node:sqlite can do by hand in one thread, all rows in memory: the limit that the kernel is measured by. */
export const limit: Contestant = async (folder) => {
  const file = `${folder}/limit.db`;
  const log = new DatabaseSync(`${folder}/facts.db`, { readOnly: true });
  const out = new DatabaseSync(file);
  const started = performance.now();
  const page = log.prepare('SELECT position, data, meta FROM facts WHERE position > ? ORDER BY position LIMIT ?');
  page.setReturnArrays(true);
  const rows = new Map<string, { row: Row; position: number }>();
  for (let after = 0, read = PAGE; read === PAGE;) {
    const found = page.all(after, PAGE) as unknown as [number, string, string][];
    for (const [position, text, metaText] of found) {
      const [data, meta] = [JSON.parse(text) as Sent['data'], JSON.parse(metaText) as { ws: string; at: string }];
      rows.set(data.invitationId, { row: fold(rows.get(data.invitationId)?.row, data, meta.ws, meta.at), position });
    }
    read = found.length;
    after = found.at(-1)?.[0] ?? after;
  }
  out.exec(`
    PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; BEGIN;
    CREATE TABLE rows (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, position TEXT NOT NULL, workspaceId TEXT, status TEXT, sentAt TEXT, name TEXT,
      words TEXT NOT NULL, doc TEXT NOT NULL) STRICT;`);
  const insert = out.prepare(
    'INSERT INTO rows (key, position, workspaceId, status, sentAt, name, words, doc) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const [key, { row, position }] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) {
    insert.run(
      key,
      String(position),
      row.workspaceId,
      row.status,
      row.sentAt,
      row.name,
      `${row.name} ${row.email}`.toLowerCase(),
      JSON.stringify(row),
    );
  }
  out.exec(`
    CREATE INDEX by_sent ON rows (workspaceId, sentAt, key); CREATE INDEX by_name ON rows (workspaceId, name, key);
    CREATE INDEX by_status ON rows (workspaceId, status, sentAt, key);
    CREATE VIRTUAL TABLE search USING fts5(words, content = '', contentless_delete = 1, tokenize = 'unicode61', prefix = '1 2 3');
    INSERT INTO search (rowid, words) SELECT id, words FROM rows ORDER BY id;
    COMMIT;`);
  const ms = performance.now() - started;
  out.close();
  log.close();
  rmSync(file);
  return { ms };
};
