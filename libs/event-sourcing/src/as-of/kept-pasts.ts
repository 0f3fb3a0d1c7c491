import type { ReadStore } from '../read-store.port';

/** What was folded of the past, and who reads it at this moment. */
interface Kept {
  readonly store: Promise<ReadStore>;
  users: number;
  /** Nobody new gets it; it is closed when the last user has left. */
  forgotten: boolean;
  timer?: NodeJS.Timeout;
}

export interface Built {
  readonly store: ReadStore;
  /** How long it may be shown again. */
  readonly keepMs: number;
}

/**
 * Keeps stores of the past for a short while, because one page of a browser asks many times for the same. Whoever asks while one is being built
 * waits for that one. Bounded: the one that was not asked for the longest goes first.
 */
export class KeptPasts {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly most: number) {}

  async use<T>(key: string, build: () => Promise<Built>, work: (store: ReadStore) => Promise<T>): Promise<T> {
    const entry = this.kept.get(key) ?? this.start(key, build);
    this.kept.delete(key);
    this.kept.set(key, entry);
    this.makeRoom();
    entry.users += 1;
    try {
      return await work(await entry.store);
    } finally {
      entry.users -= 1;
      await closeIfUnused(entry);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.kept].map(([key, entry]) => this.forget(key, entry)));
  }

  private start(key: string, build: () => Promise<Built>): Kept {
    const built = build();
    const entry: Kept = { store: built.then(({ store }) => store), users: 0, forgotten: false };
    built.then(
      ({ keepMs }) => { entry.timer = setTimeout(() => void this.forget(key, entry), keepMs).unref(); },
      // Who waits for it hears of it; whoever comes next may have more luck.
      () => void this.forget(key, entry),
    );
    return entry;
  }

  private makeRoom(): void {
    for (const [key, entry] of this.kept) {
      if (this.kept.size <= this.most) return;
      void this.forget(key, entry);
    }
  }

  private async forget(key: string, entry: Kept): Promise<void> {
    clearTimeout(entry.timer);
    if (this.kept.get(key) === entry) this.kept.delete(key);
    entry.forgotten = true;
    await closeIfUnused(entry);
  }
}

const closeIfUnused = async ({ store, users, forgotten }: Kept): Promise<void> => {
  if (!forgotten || users > 0) return;
  // A store that could not be built was closed by whoever tried.
  const built = await store.catch(() => undefined);
  await built?.close();
};
