import type { ReadStore } from '../read-models/read-store.port';

interface CachedPast {
  readonly store: Promise<ReadStore>;
  users: number;
  forgotten: boolean;
  readonly unwanted: AbortController;
  built: boolean;
  timer?: NodeJS.Timeout;
}

export interface Built {
  readonly store: ReadStore;
  readonly keepMs: number;
}

export type Build = (signal: AbortSignal) => Promise<Built>;

export class Unwanted extends Error {
  constructor() {
    super('This look back was given up: no caller waits for it any more.');
    this.name = 'Unwanted';
  }
}

/** One page asks many times for the same moment. When the last caller of a build leaves, it is aborted. */
export class PastCache {
  private readonly kept = new Map<string, CachedPast>();

  constructor(private readonly most: number) {}

  async use<T>(key: string, build: Build, work: (store: ReadStore) => Promise<T>, left?: AbortSignal): Promise<T> {
    left?.throwIfAborted();
    const entry = this.kept.get(key) ?? this.start(key, build);
    this.kept.delete(key);
    this.kept.set(key, entry);
    this.makeRoom();
    entry.users += 1;
    try {
      return await work(await unlessLeft(entry.store, left));
    } finally {
      entry.users -= 1;
      await this.left(key, entry);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.kept].map(([key, entry]) => this.forget(key, entry)));
  }

  private start(key: string, build: Build): CachedPast {
    const unwanted = new AbortController();
    const built = build(unwanted.signal);
    const entry: CachedPast = {
      store: built.then(({ store }) => store),
      users: 0,
      forgotten: false,
      unwanted,
      built: false,
    };
    built.then(
      ({ keepMs }) => {
        entry.built = true;
        entry.timer = setTimeout(() => void this.forget(key, entry), keepMs).unref();
      },
      () => void this.forget(key, entry),
    );
    return entry;
  }

  private async left(key: string, entry: CachedPast): Promise<void> {
    if (entry.users > 0 || entry.built) return closeIfUnused(entry);
    entry.unwanted.abort(new Unwanted());
    await this.forget(key, entry);
  }

  private makeRoom(): void {
    for (const [key, entry] of this.kept) {
      if (this.kept.size <= this.most) return;
      void this.forget(key, entry);
    }
  }

  private async forget(key: string, entry: CachedPast): Promise<void> {
    clearTimeout(entry.timer);
    if (this.kept.get(key) === entry) this.kept.delete(key);
    entry.forgotten = true;
    await closeIfUnused(entry);
  }
}

const unlessLeft = <T>(work: Promise<T>, left: AbortSignal | undefined): Promise<T> =>
  left === undefined
    ? work
    : new Promise((resolve, reject) => {
        const leave = (): void => reject(left.reason as Error);
        left.addEventListener('abort', leave, { once: true });
        void work.then(resolve, reject).finally(() => left.removeEventListener('abort', leave));
      });

const closeIfUnused = async ({ store, users, forgotten }: CachedPast): Promise<void> => {
  if (!forgotten || users > 0) return;
  const built = await store.catch(() => undefined);
  await built?.close();
};
