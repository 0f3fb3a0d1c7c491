import { pageOf } from '@linkage/event-sourcing';
import { SqliteReadStore } from '@linkage/stores';
import { readdirSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { type Contestant, freshFolder, ranAsContestant, run } from './contestants';
import { fill, listed, nameOf, rowOf, scattered, type Row } from './listed-rows';
import { percentile, report } from './ratios';

/**
 * Goal 10: search in a list with a million rows: beginnings and parts of words, and what the index costs when rows are
 * written.
 */
const ROUNDS = 7;
const SIZES = [1_000, 1_000_000] as const;
const WARM = 50;
const ASKED = 300;
const LIKES = 5;
const WRITTEN = 50_000;
const BATCH = 1_000;

const letters = (turn: number): string => nameOf(scattered(turn + 7) / 2 ** 32);

interface Times {
  readonly prefix: readonly number[];
  readonly part: readonly number[];
  readonly like: readonly number[];
}

const timed = async (work: () => unknown): Promise<number> => {
  const before = performance.now();
  await work();
  return performance.now() - before;
};

/** The table of the rows, in the file of the read model. */
const rowsIn = (folder: string): { db: DatabaseSync; name: string } => {
  for (const file of readdirSync(folder).filter((one) => /\.g-[\w-]+$/u.test(one))) {
    const db = new DatabaseSync(`${folder}/${file}`, { readOnly: true });
    const found = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%f_invitedAt%'`).get();
    if (found !== undefined) return { db, name: String(found['name']) };
    db.close();
  }
  throw new Error(`${folder} has no rows`);
};

/** Milliseconds of a first page of what is found. Parts begin behind the first letter. */
const ask: Contestant = async (folder) => {
  const store = SqliteReadStore.open(`${folder}/documents.db`);
  await store.ensure(listed);
  const page = (search: string) =>
    pageOf<Row>(store, listed, {
      where: { workspaceId: 'w1' },
      search,
      sort: [{ field: 'invitedAt', direction: 'desc' }],
      limit: 50,
    });
  const times: { prefix: number[]; part: number[]; like: number[] } = { prefix: [], part: [], like: [] };
  for (let turn = -WARM; turn < ASKED; turn += 1) {
    const word = letters(Math.abs(turn));
    const prefix = await timed(() => page(word.slice(0, 4)));
    const part = await timed(() => page(word.slice(1, 5)));
    if (turn >= 0) [times.prefix, times.part].forEach((list, i) => list.push([prefix, part][i] ?? 0));
  }
  await store.close();
  const { db, name } = rowsIn(folder);
  const like = db.prepare(
    `SELECT doc FROM ${name} WHERE f_workspaceId = 'w1' AND words LIKE ? ORDER BY f_invitedAt DESC LIMIT 50`,
  );
  for (let turn = 0; turn < LIKES; turn += 1)
    times.like.push(await timed(() => like.all(`%${letters(turn).slice(1, 5)}%`)));
  db.close();
  return times satisfies Times;
};

/** Rows per second, each a new one, in commits of a thousand. @param argument `plain`: without search */
const write: Contestant = async (folder, argument) => {
  const { search: _search, searchParts: _parts, ...plain } = listed;
  const collection = argument === 'plain' ? plain : listed;
  const store = SqliteReadStore.open(`${folder}/documents.db`);
  await store.ensure(collection);
  const before = performance.now();
  for (let start = 0; start < WRITTEN; start += BATCH)
    await store.commit({
      collection,
      changes: Array.from({ length: BATCH }, (_, offset) => {
        const index = start + offset;
        return { key: `i${index}`, row: rowOf(index, WRITTEN), position: `${index}` as never };
      }),
      after: start === 0 ? null : (`${start - BATCH}` as never),
      checkpoint: `${start}` as never,
    });
  const perSecond = WRITTEN / ((performance.now() - before) / 1_000);
  await store.close();
  return { perSecond };
};

if (!(await ranAsContestant({ fill, ask, write }))) {
  const folders = [freshFolder(), freshFolder()] as const;
  for (const [index, size] of SIZES.entries()) await run('fill', size, folders[index as 0 | 1]);
  const rounds: (readonly [small: Times, large: Times])[] = [];
  const written: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
    const asked: Times[] = [];
    for (const index of order) asked[index] = await run('ask', '', folders[index]);
    rounds.push(asked as unknown as [Times, Times]);
    const speeds: Record<string, number> = {};
    for (const index of order) {
      const how = ['searched', 'plain'][index] as string;
      speeds[how] = (await run<{ perSecond: number }>('write', how)).perSecond;
    }
    written.push((speeds['searched'] ?? 0) / (speeds['plain'] ?? 1));
  }
  for (const [kind, goal] of [
    ['prefix', { atMost: 3 }],
    ['part', {}],
  ] as const)
    report(
      `goal 10: first page found by a ${kind} of four letters, p99 at 1M to that at 1k rows`,
      rounds.map(([small, large]) => percentile(large[kind], 0.99) / percentile(small[kind], 0.99)),
      goal,
    );
  report(
    'goal 10: a part of a word at 1M rows, LIKE to ours (p50)',
    rounds.map(([, large]) => percentile(large.like, 0.5) / percentile(large.part, 0.5)),
    { atLeast: 500 },
  );
  report('goal 10: rows written with search, to without', written, { atLeast: 0.3 });
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
