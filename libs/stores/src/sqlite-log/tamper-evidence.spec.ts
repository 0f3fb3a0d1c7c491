import { DatabaseSync } from 'node:sqlite';
import { copyFileSync } from 'node:fs';
import { sealingContract, tamperEvidenceContract, type Tampering } from '@linkage/event-sourcing/testing';
import { temporaryFolder } from '../testing';
import { SqliteEventLog } from './sqlite-event-log';

/** Changes made with an editor for SQLite files. */
const tamperingWith = (db: DatabaseSync): Tampering => ({
  change: ({ position }, part, from, to) => {
    const { changes } = db
      .prepare(`UPDATE facts SET ${part} = replace(${part}, ?, ?) WHERE position = ? AND instr(${part}, ?)`)
      .run(from, to, Number(position), from);
    if (changes !== 1) throw new Error(`There is no ${from} in ${part}.`);
  },
  remove: (...facts) => {
    for (const { position } of facts) db.prepare('DELETE FROM facts WHERE position = ?').run(Number(position));
  },
  rename: (stream, to) => void db.prepare('UPDATE streams SET name = ? WHERE name = ?').run(to, stream),
  first: ({ position }) => void db.prepare('UPDATE facts SET position = -1 WHERE position = ?').run(Number(position)),
  swap: (one, other) => {
    const move = db.prepare('UPDATE facts SET position = ? WHERE position = ?');
    for (const [to, from] of [
      [-1, one.position],
      [one.position, other.position],
      [other.position, -1],
    ])
      move.run(Number(to), Number(from));
  },
});

describe('the embedded log', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  sealingContract(async () => SqliteEventLog.open(folder.file('facts.db')));

  tamperEvidenceContract(async () => {
    const file = folder.file('facts.db');
    let copies = 0;
    return {
      log: SqliteEventLog.open(file),
      tampered: async (how) => {
        const copy = folder.file(`copy-${(copies += 1)}.db`);
        for (const end of ['', '-wal']) copyFileSync(`${file}${end}`, `${copy}${end}`);
        const db = new DatabaseSync(copy);
        how(tamperingWith(db));
        db.close();
        return SqliteEventLog.open(copy, { readOnly: true, exact: true });
      },
    };
  });
});
