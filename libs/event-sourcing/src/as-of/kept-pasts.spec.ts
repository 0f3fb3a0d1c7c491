import type { ReadStore } from '../read-store.port';
import { type Built, KeptPasts } from './kept-pasts';

/** A store of which only the end matters here. */
const aStore = () => {
  const store = { closed: 0, close: async () => { store.closed += 1; } };
  return store;
};
const built = (store: ReturnType<typeof aStore>, keepMs = 60_000) => async (): Promise<Built> => ({ store: store as unknown as ReadStore, keepMs });
const read = async (): Promise<string> => 'read';

describe('what is kept of the past', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('goes when its time is over, and not before', async () => {
    const [kept, store] = [new KeptPasts(2), aStore()];
    await kept.use('a', built(store, 1_000), read);
    await jest.advanceTimersByTimeAsync(999);
    expect(await kept.use('a', () => Promise.reject(new Error('built twice')), read)).toBe('read');
    expect(store.closed).toBe(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(store.closed).toBe(1);
  });

  it('makes room for another: who was not asked for the longest goes', async () => {
    const [kept, stores] = [new KeptPasts(2), [aStore(), aStore(), aStore()] as const];
    await kept.use('a', built(stores[0]), read);
    await kept.use('b', built(stores[1]), read);
    await kept.use('a', built(stores[0]), read);
    await kept.use('c', built(stores[2]), read);
    await jest.advanceTimersByTimeAsync(0);
    expect(stores.map(({ closed }) => closed)).toEqual([0, 1, 0]);
    await kept.close();
    expect(stores.map(({ closed }) => closed)).toEqual([1, 1, 1]);
  });

  it('is not closed under whoever reads it', async () => {
    const [kept, store] = [new KeptPasts(1), aStore()];
    let finish: () => void = () => undefined;
    const reading = kept.use('a', built(store), () => new Promise<number>((resolve) => { finish = () => resolve(store.closed); }));
    await jest.advanceTimersByTimeAsync(0);
    await kept.use('b', built(aStore()), read);
    await kept.close();
    expect(store.closed).toBe(0);
    finish();
    expect(await reading).toBe(0);
    expect(store.closed).toBe(1);
  });

  it('is built anew after a failure, of which everybody hears who waited', async () => {
    const [kept, store] = [new KeptPasts(1), aStore()];
    const failing = () => Promise.reject(new Error('away'));
    const outcomes = await Promise.allSettled([kept.use('a', failing, read), kept.use('a', failing, read)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await kept.use('a', built(store), read)).toBe('read');
    await kept.close();
  });
});
