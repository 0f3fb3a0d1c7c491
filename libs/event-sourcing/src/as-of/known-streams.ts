import { setImmediate as othersFirst } from 'node:timers/promises';
import type { EventLog } from '../event-log.port';
import type { Position } from '../fact';
import { type ReadStore, ReadStoreUnavailable } from '../read-store.port';
import { type WorkspaceStream, workspaceStreams } from './workspace-streams.projection';

export interface KnownStream {
  readonly name: string;
  /** Position of its first fact. */
  readonly born: Position;
}

export interface KnownStreams {
  /** The oldest first. */
  readonly streams: readonly KnownStream[];
  /** A stream that was born behind this may be missing. */
  readonly through: Position;
}

export interface KnownStreamsParts {
  readonly log: EventLog;
  /** Of the serving read models. */
  readonly store: ReadStore;
}

const PAGE = 200;
const { collection } = workspaceStreams;

/**
 * The workspace's streams with these prefixes, by the read model that says so; null where there is none yet, where it is being built or cannot be
 * read, and where they are too many for reading one by one to be faster than reading everything.
 */
export const knownStreams = async (
  { log, store }: KnownStreamsParts,
  workspaceId: string,
  prefixes: readonly string[],
  most: (ofAll: number) => number,
): Promise<KnownStreams | null> => {
  try {
    if (!(await serves(store))) return null;
    // Before the rows: what comes meanwhile is then in the rows and, once more, behind this.
    const through = await store.checkpoint(collection, 'serving');
    const streams =
      through === null ? null : await rowsOf(store, workspaceId, prefixes, most(await store.count(collection, {})));
    if (through === null || streams === null || !(await isStill(through, { log, store }))) return null;
    return { streams: streams.sort((a, b) => log.compare(a.born, b.born)), through };
  } catch (error) {
    // The log alone says everything, if more slowly.
    if (error instanceof ReadStoreUnavailable) return null;
    throw error;
  }
};

const serves = async (store: ReadStore): Promise<boolean> =>
  (await store.collections()).some(({ name, version }) => name === collection.name && version === collection.version);

/** False for a read model that has been emptied meanwhile, and for one of a longer log than this, which an older one has replaced. */
const isStill = async (through: Position, { log, store }: KnownStreamsParts): Promise<boolean> => {
  const [now, head] = [await store.checkpoint(collection, 'serving'), await log.head()];
  return now !== null && head !== null && log.compare(now, through) >= 0 && log.compare(head, through) >= 0;
};

/** null: there are more than `most`. */
const rowsOf = async (
  store: ReadStore,
  workspaceId: string,
  prefixes: readonly string[],
  most: number,
): Promise<KnownStream[] | null> => {
  const born = new Map<string, Position>();
  for (const prefix of prefixes) {
    for (let cursor: string | null | undefined; cursor !== null;) {
      const { rows, next } = await store.page<WorkspaceStream>(collection, {
        where: { workspaceId, stream: { gte: prefix, lt: `${prefix}\u{10FFFF}` } },
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
