import { SqliteReadStore } from '@linkage/stores';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the application's own read model is filled
import { invitationList } from '../../libs/invitations/src/list-invitations/invitation-list.projection';
import { linkage } from './http-sides';
import { nameOf, scattered, timeOf } from './listed-rows';
import { pairs, report } from './ratios';

/**
 * Reserve goal: a million invitations as a CSV file over HTTP, against a bare walk over the rows of the same table in
 * this process; and by how much the server's memory grows.
 */
const ROWS = Number(process.env['BENCH_FACTS'] || 1_000_000);
const BATCH = 10_000;
const ROUNDS = 3;
const MB = 1_048_576;

let folder = '';
let pattern = '';

/** The row of one invitation that went the usual way, so many times under other names. */
const copied = async (data: string): Promise<void> => {
  folder = data;
  const { collection } = invitationList;
  const store = SqliteReadStore.open(join(data, 'documents.db'));
  const row = await store.get(collection, pattern);
  const checkpoint = await store.checkpoint(collection);
  if (row === undefined || checkpoint === null) throw new Error('the list does not have the invitation');
  for (let start = 1; start < ROWS; start += BATCH) {
    const changes = Array.from({ length: Math.min(BATCH, ROWS - start) }, (_, offset) => {
      const [key, name] = [`copy-${start + offset}`, nameOf(scattered(start + offset) / 2 ** 32)];
      const own = { invitationId: key, name: `${name} Creator`, nameKey: name, email: `${name}@example.com` };
      return { key, row: { ...row, ...own, invitedAt: timeOf((start + offset) / ROWS) }, position: checkpoint };
    });
    await store.commit({ collection, changes, after: checkpoint, checkpoint });
  }
  await store.close();
};

const server = await linkage('web,projections', {
  async asMember(url, cookie) {
    const headers = { cookie, origin: url, 'content-type': 'application/json' };
    const body = JSON.stringify({ name: 'Creator', email: 'creator@example.com' });
    const answer = await fetch(`${url}/api/invitations`, { method: 'POST', headers, body });
    pattern = ((await answer.json()) as { invitationId: string }).invitationId;
    for (let list = ''; !list.includes(pattern);)
      list = await (await fetch(`${url}/api/invitations`, { headers })).text();
  },
  inFolder: copied,
});

/** MB that the server's process has in memory now (`VmRSS`), or had at most since `forgetPeak` (`VmHWM`). */
const memory = (which: 'VmRSS' | 'VmHWM'): number => {
  const kilobytes = new RegExp(`^${which}:\\s+(\\d+) kB`, 'm').exec(
    readFileSync(`/proc/${server.pid}/status`, 'utf8'),
  )?.[1];
  return Number(kilobytes) / 1_024;
};
const forgetPeak = (): void => writeFileSync(`/proc/${server.pid}/clear_refs`, '5');

interface Export {
  readonly perSecond: number;
  readonly grownMb: number;
}

const exported = async (): Promise<Export> => {
  const resting = memory('VmRSS');
  forgetPeak();
  const before = performance.now();
  const answer = await fetch(`${server.url}/api/invitations/export`, { headers: { cookie: server.cookie } });
  let lines = 0;
  let bytes = 0;
  for await (const part of answer.body ?? []) {
    bytes += part.length;
    for (const byte of part) if (byte === 0x0a) lines += 1;
  }
  const seconds = (performance.now() - before) / 1_000;
  if (lines !== ROWS + 1) throw new Error(`${lines} lines in ${Math.round(bytes / MB)} MB: ${ROWS + 1} are right`);
  return { perSecond: ROWS / seconds, grownMb: memory('VmHWM') - resting };
};

/** Every column of every row, one after the other. */
const walked = (): Promise<Export> => {
  for (const file of readdirSync(folder).filter((one) => one.includes('.g-invitation-list'))) {
    const db = new DatabaseSync(join(folder, file), { readOnly: true });
    const table = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%f_invitedAt%'`).get();
    if (table === undefined) continue;
    const before = performance.now();
    let rows = 0;
    for (const row of db.prepare(`SELECT * FROM "${String(table['name'])}"`).iterate()) if (row) rows += 1;
    const seconds = (performance.now() - before) / 1_000;
    db.close();
    if (rows >= ROWS) return Promise.resolve({ perSecond: rows / seconds, grownMb: 0 });
  }
  throw new Error('the table of the list was not found');
};

try {
  await exported();
  const rounds = await pairs(ROUNDS, exported, walked);
  const rates = rounds.map(([{ perSecond }]) => Math.round(perSecond));
  console.log(
    `rows per second: ${rates.join(', ')}; walked: ${rounds.map(([, base]) => Math.round(base.perSecond)).join(', ')}`,
  );
  report(
    `reserve goal: ${ROWS} invitations as CSV over HTTP, to a bare walk over the table`,
    rounds.map(([ours, base]) => ours.perSecond / base.perSecond),
    { atLeast: 0.45 },
  );
  report(
    'reserve goal: memory that an export adds to the server, MB',
    rounds.map(([{ grownMb }]) => grownMb),
    { atMost: 100 },
  );
} finally {
  await server.stop();
}
