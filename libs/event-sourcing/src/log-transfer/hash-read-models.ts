import { createHash } from 'node:crypto';
import { canonicalJson } from '../facts/canonical-json';
import type { CollectionShape } from '../read-models/collection-shape';
import { pageOf } from '../read-models/page-of';
import type { ReadStore } from '../read-models/read-store.port';

export interface ReadModelHash {
  readonly name: string;
  readonly version: number;
  readonly rows: number;
  readonly hash: string;
}

const PAGE = 200;

const hashOne = async (store: ReadStore, collection: CollectionShape): Promise<ReadModelHash> => {
  const hash = createHash('sha256');
  let rows = 0;
  for (let cursor: string | undefined; ;) {
    const page = await pageOf<object>(store, collection, {
      where: {},
      sort: [],
      limit: PAGE,
      ...(cursor !== undefined && { cursor }),
    });
    for (const row of page.rows) hash.update(`${canonicalJson(row)}\n`);
    rows += page.rows.length;
    if (page.next === null)
      return { name: collection.name, version: collection.version, rows, hash: hash.digest('hex') };
    cursor = page.next;
  }
};

export const hashReadModels = async (store: ReadStore): Promise<readonly ReadModelHash[]> => {
  const hashes: ReadModelHash[] = [];
  for (const collection of await store.collections()) hashes.push(await hashOne(store, collection));
  return hashes;
};
