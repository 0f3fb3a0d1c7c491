import { pageOf, type PageRequest } from '@linkage/event-sourcing';
import { SqliteReadStore } from '@linkage/stores';
import { rmSync } from 'node:fs';
import { type Contestant, freshFolder, ranAsContestant, run } from './contestants';
import { fill, listed as collection, nameOf, scattered, timeOf } from './listed-rows';
import { percentile, report } from './ratios';

/** Goal 9, the store's part: a page of a list with a million rows against the same page with a thousand. */
const ROUNDS = 7;
/** Requests before the clock runs. */
const WARM = 200;
const ASKED = 400;
const SIZES = [1_000, 1_000_000] as const;

type Asked = Omit<PageRequest, 'cursor'> & { readonly deepBy: (share: number) => PageRequest['where'] };
const byTime = {
  sort: [{ field: 'invitedAt', direction: 'desc' as const }],
  deepBy: (share: number) => ({ invitedAt: { lt: timeOf(share) } }),
};
const byName = {
  sort: [{ field: 'nameKey', direction: 'asc' as const }],
  deepBy: (share: number) => ({ nameKey: { gte: nameOf(share) } }),
};
const byUrgency = { sort: [{ field: 'urgency', direction: 'desc' as const }, ...byTime.sort], deepBy: byTime.deepBy };
const [w, one, two] = [{ workspaceId: 'w1' }, { status: 'active' }, { status: { in: ['invited', 'action-needed'] } }];
/** Every filter and sort that the list offers. */
const offered: readonly Asked[] = [byUrgency, byTime, byName]
  .map((by) => ({ ...by, where: w, limit: 50 }))
  .concat(
    [byTime, byName].flatMap((by) => [one, two].map((status) => ({ ...by, where: { ...w, ...status }, limit: 50 }))),
  );

/** Microseconds of page and total, first and deep pages in turn. */
const ask: Contestant = async (folder) => {
  const store = SqliteReadStore.open(`${folder}/documents.db`);
  await store.ensure(collection);
  const times: { first: number[]; deep: number[] } = { first: [], deep: [] };
  for (let turn = -WARM; turn < ASKED; turn += 1) {
    const { deepBy, ...request } = offered[Math.abs(turn) % offered.length] as Asked;
    const there = await pageOf(store, collection, {
      ...request,
      where: { ...request.where, ...deepBy(scattered(turn + WARM) / 2 ** 32) },
      limit: 1,
    });
    for (const [kind, cursor] of [
      ['first', undefined],
      ['deep', there.next ?? undefined],
    ] as const) {
      const before = performance.now();
      const page = await pageOf(store, collection, { ...request, ...(cursor && { cursor }) });
      await store.count(collection, typeof request.where['status'] === 'string' ? { ...w, ...one } : w);
      if (turn >= 0) times[kind].push((performance.now() - before) * 1_000);
      if (page.rows.length === 0) throw new Error('an empty page');
    }
  }
  await store.close();
  return times;
};

if (!(await ranAsContestant({ fill, ask }))) {
  const folders = [freshFolder(), freshFolder()] as const;
  for (const [index, size] of SIZES.entries()) await run('fill', size, folders[index as 0 | 1]);
  const rounds: { first: number[]; deep: number[] }[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
    const asked: { first: number[]; deep: number[] }[] = [];
    for (const index of order) asked[index] = await run('ask', '', folders[index]);
    rounds.push(asked);
  }
  for (const kind of ['first', 'deep'] as const) {
    for (const [share, name, goal] of [
      [0.99, 'p99', { atMost: 1.5 }],
      [0.5, 'p50', {}],
    ] as const) {
      report(
        `goal 9: ${kind} page with total, ${name} at 1M to that at 1k rows`,
        rounds.map(([small, large]) => percentile(large?.[kind] ?? [], share) / percentile(small?.[kind] ?? [], share)),
        goal,
      );
    }
  }
  const [small, large] = rounds[0] ?? [];
  console.log(
    `        p50 of the first round in µs: ${percentile(small?.deep ?? [], 0.5).toFixed(0)} at 1k, ${percentile(large?.deep ?? [], 0.5).toFixed(0)} at 1M`,
  );
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
