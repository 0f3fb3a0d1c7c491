import { setImmediate as othersFirst } from 'node:timers/promises';
import type { EventLog } from '../log/event-log.port';
import type { Position } from '../facts/fact';
import { pageOf } from '../read-models/page-of';
import { type ReadStore, ReadStoreUnavailable } from '../read-models/read-store.port';
import { type WorkspaceStream, workspaceStreams } from './workspace-streams.projection';

interface KnownStream {
  readonly name: string;
  readonly born: Position;
}

export interface KnownStreams {
  readonly streams: readonly KnownStream[];
  readonly through: Position;
}

interface KnownStreamsParts {
  readonly log: EventLog;
  readonly store: ReadStore;
}

const PAGE = 200;
const { collection } = workspaceStreams;

/** Null where unknown, or too many for reading them one by one to be faster than the whole log. */
export const knownStreams = async (
  { log, store }: KnownStreamsParts,
  workspaceId: string,
  prefixes: readonly string[],
  most: (ofAll: number) => number,
): Promise<KnownStreams | null> => {
  try {
    if (!(await serves(store))) return null;
    // Read before the rows: a stream that is added meanwhile is then read twice, never missed.
    const through = await store.checkpoint(collection, 'serving');
    const streams =
      through === null ? null : await rowsOf(store, workspaceId, prefixes, most(await store.count(collection, {})));
    if (through === null || streams === null || !(await isStill(through, { log, store }))) return null;
    return { streams: streams.sort((a, b) => log.compare(a.born, b.born)), through };
  } catch (error) {
    if (error instanceof ReadStoreUnavailable) return null;
    throw error;
  }
};

const serves = async (store: ReadStore): Promise<boolean> =>
  (await store.collections()).some(({ name, version }) => name === collection.name && version === collection.version);

/** False if the read model was emptied meanwhile, or belongs to a longer log that an older backup has replaced. */
const isStill = async (through: Position, { log, store }: KnownStreamsParts): Promise<boolean> => {
  const [now, head] = [await store.checkpoint(collection, 'serving'), await log.head()];
  return now !== null && head !== null && log.compare(now, through) >= 0 && log.compare(head, through) >= 0;
};

const rowsOf = async (
  store: ReadStore,
  workspaceId: string,
  prefixes: readonly string[],
  most: number,
): Promise<KnownStream[] | null> => {
  const born = new Map<string, Position>();
  for (const prefix of prefixes) {
    for (let cursor: string | null | undefined; cursor !== null;) {
      const { rows, next } = await pageOf<WorkspaceStream>(store, collection, {
        where: { workspaceId, stream: { startsWith: prefix } },
        sort: [{ field: 'stream', direction: 'asc' }],
        limit: PAGE,
        ...(cursor !== undefined && { cursor }),
      });
      for (const [name, { position }] of await store.load<WorkspaceStream>(
        collection,
        rows.map(({ stream }) => stream),
        'serving',
      ))
        born.set(name, position);
      if (born.size > most) return null;
      cursor = next;
      await othersFirst();
    }
  }
  return [...born].map(([name, position]) => ({ name, born: position }));
};
