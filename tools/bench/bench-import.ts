import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkage } from './http-sides';
import { openRawLog, sampleFact } from './raw-log';
import { report } from './ratios';

/**
 * Goal 8: 10,000 rows of a file through the API of the whole application, against 10,000 facts in transactions of 1,000
 * by hand. Mails are left out: they have a bench.
 */
const ROWS = 10_000;
const IN_PART = 1_000;
const ROUNDS = 7;
const LOOK_EVERY_MS = 20;

/** Rows per second. */
const byHand = (): number => {
  const folder = mkdtempSync(join(tmpdir(), 'linkage-bench-'));
  const log = openRawLog(folder);
  const before = performance.now();
  for (let start = 0; start < ROWS; start += IN_PART) {
    log.db.exec('BEGIN IMMEDIATE');
    for (let row = start; row < start + IN_PART; row += 1) {
      const { id, type, data, meta } = sampleFact(row);
      log.insert.run(row, 0, id, type, JSON.stringify(data), JSON.stringify(meta));
    }
    log.db.exec('COMMIT');
  }
  const seconds = (performance.now() - before) / 1_000;
  log.close();
  rmSync(folder, { recursive: true, force: true });
  return ROWS / seconds;
};

process.env['LINKAGE_MAIL'] = 'none';
const server = await linkage('');
const headers = { cookie: server.cookie, origin: server.url, 'content-type': 'application/json' };
const ask = async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
  const answer = await fetch(`${server.url}/api/invitations${path}`, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return (answer.status === 204 ? undefined : await answer.json()) as Answer;
};

/** Rows per second: until they are safe, and until the list shows them all. */
const throughApi = async (round: number): Promise<{ readonly safe: number; readonly shown: number }> => {
  const path = `/imports/${randomUUID()}`;
  const before = performance.now();
  for (let part = 0; part < ROWS / IN_PART; part += 1) {
    const rows = Array.from({ length: IN_PART }, (_, offset) => {
      const row = part * IN_PART + offset;
      return { line: row + 2, name: `Creator ${row}`, email: `creator-${round}-${row}@example.com` };
    });
    await ask('PUT', `${path}/parts/${part}`, { rows });
  }
  await ask('POST', `${path}/start`, { fileName: 'bench.csv', parts: ROWS / IN_PART });
  const safe = performance.now() - before;
  const wanted = ROWS * (round + 1);
  while ((await ask<{ counts: { all: number } }>('GET', '?limit=50')).counts.all < wanted)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  const shown = performance.now() - before;
  return { safe: ROWS / (safe / 1_000), shown: ROWS / (shown / 1_000) };
};

try {
  const rounds: { safe: number; shown: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const early = round % 2 === 0 ? undefined : byHand();
    const { safe, shown } = await throughApi(round);
    const raw = early ?? byHand();
    rounds.push({ safe: safe / raw, shown: shown / raw });
  }
  report(
    'goal 8: rows of a file per second until they are safe, to batched appends by hand',
    rounds.map(({ safe }) => safe),
    { atLeast: 0.5 },
  );
  report(
    'goal 8: until the list shows them all',
    rounds.map(({ shown }) => shown),
    { atLeast: 0.25 },
  );
} finally {
  await server.stop();
}
