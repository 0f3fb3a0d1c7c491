import type { ReadStore } from '../read-models/read-store.port';
import { type Built, PastCache, Unwanted } from './past-cache';

/** A store of which only the end matters here. */
const aStore = () => {
  const store = {
    closed: 0,
    close: async () => {
      store.closed += 1;
    },
  };
  return store;
};
const built =
  (store: ReturnType<typeof aStore>, keepMs = 60_000) =>
  async (): Promise<Built> => ({ store: store as unknown as ReadStore, keepMs });
const read = async (): Promise<string> => 'read';

describe('what is kept of the past', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('goes when its time is over, and not before', async () => {
    const [kept, store] = [new PastCache(2), aStore()];
    await kept.use('a', built(store, 1_000), read);
    await jest.advanceTimersByTimeAsync(999);
    expect(await kept.use('a', () => Promise.reject(new Error('built twice')), read)).toBe('read');
    expect(store.closed).toBe(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(store.closed).toBe(1);
  });

  it('makes room for another by dropping the least recently used', async () => {
    const [kept, stores] = [new PastCache(2), [aStore(), aStore(), aStore()] as const];
    await kept.use('a', built(stores[0]), read);
    await kept.use('b', built(stores[1]), read);
    await kept.use('a', built(stores[0]), read);
    await kept.use('c', built(stores[2]), read);
    await jest.advanceTimersByTimeAsync(0);
    expect(stores.map(({ closed }) => closed)).toEqual([0, 1, 0]);
    await kept.close();
    expect(stores.map(({ closed }) => closed)).toEqual([1, 1, 1]);
  });

  it('is not closed while a caller reads it', async () => {
    const [kept, store] = [new PastCache(1), aStore()];
    let finish: () => void = () => undefined;
    const reading = kept.use(
      'a',
      built(store),
      () =>
        new Promise<number>((resolve) => {
          finish = () => resolve(store.closed);
        }),
    );
    await jest.advanceTimersByTimeAsync(0);
    await kept.use('b', built(aStore()), read);
    await kept.close();
    expect(store.closed).toBe(0);
    finish();
    expect(await reading).toBe(0);
    expect(store.closed).toBe(1);
  });

  describe('and is still being built', () => {
    const gone = new Error('gone');
    /** Builds until it is told to stop, or let go. */
    const building = (store = aStore()) => {
      const seen: { signal?: AbortSignal; finish: () => void } = { finish: () => undefined };
      const build = (signal: AbortSignal): Promise<Built> =>
        new Promise((resolve, reject) => {
          seen.signal = signal;
          seen.finish = () => resolve({ store: store as unknown as ReadStore, keepMs: 60_000 });
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        });
      return { build, seen, store };
    };

    it('is given up when its last caller has left, and built anew for the next one', async () => {
      const [kept, { build, seen }, first, second] = [
        new PastCache(1),
        building(),
        new AbortController(),
        new AbortController(),
      ];
      const asking = [first, second].map(({ signal }) => expect(kept.use('a', build, read, signal)).rejects.toBe(gone));
      first.abort(gone);
      await asking[0];
      expect(seen.signal?.aborted).toBe(false);
      second.abort(gone);
      await asking[1];
      expect(seen.signal?.reason).toBeInstanceOf(Unwanted);
      expect(await kept.use('a', built(aStore()), read)).toBe('read');
      await kept.close();
    });

    it('is not given up while a caller without a signal waits', async () => {
      const [kept, { build, seen, store }, leaving] = [new PastCache(1), building(), new AbortController()];
      const asking = [
        expect(kept.use('a', build, read, leaving.signal)).rejects.toBe(gone),
        kept.use('a', build, read),
      ];
      leaving.abort(gone);
      await asking[0];
      seen.finish();
      expect(await asking[1]).toBe('read');
      expect(seen.signal?.aborted).toBe(false);
      await kept.close();
      expect(store.closed).toBe(1);
    });

    it('is not even begun for a caller that has left already', async () => {
      const kept = new PastCache(1);
      await expect(kept.use('a', () => Promise.reject(new Error('begun')), read, AbortSignal.abort(gone))).rejects.toBe(
        gone,
      );
      await kept.close();
    });
  });

  it('stays when a caller leaves after it was built', async () => {
    const [kept, store, leaving] = [new PastCache(1), aStore(), new AbortController()];
    await kept.use('a', built(store), async () => leaving.abort(new Error('gone')), leaving.signal);
    expect(await kept.use('a', () => Promise.reject(new Error('built twice')), read)).toBe('read');
    await kept.close();
  });

  it('is built anew after a failure, which every waiting caller gets', async () => {
    const [kept, store] = [new PastCache(1), aStore()];
    const failing = () => Promise.reject(new Error('away'));
    const outcomes = await Promise.allSettled([kept.use('a', failing, read), kept.use('a', failing, read)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await kept.use('a', built(store), read)).toBe('read');
    await kept.close();
  });
});
