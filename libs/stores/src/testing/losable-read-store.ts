import type { ReadStore } from '@linkage/event-sourcing';
import { SharedReadStore } from '../sqlite-documents/shared-read-store';

/** As a store whose turn to write is a lease: `lose` gives it to another process. */
export class LosableReadStore {
  readonly store: ReadStore;
  private inner: SharedReadStore;
  private lost = new AbortController();

  constructor(private readonly file: string) {
    this.inner = SharedReadStore.open(file, { writes: true });
    const turn = { take: async () => ((await this.inner.turn.take()) ? this.lost.signal : null) };
    this.store = new Proxy({} as ReadStore, {
      get: (_, name) => (name === 'turn' ? turn : this.member(name)),
    });
  }

  async lose(): Promise<void> {
    const { inner, lost } = this;
    this.inner = SharedReadStore.open(this.file, { writes: false });
    this.lost = new AbortController();
    await inner.close();
    lost.abort();
  }

  private member(name: string | symbol): unknown {
    const found: unknown = Reflect.get(this.inner, name, this.inner);
    return typeof found === 'function' ? (found as () => unknown).bind(this.inner) : found;
  }
}
