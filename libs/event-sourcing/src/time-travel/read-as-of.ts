import { AsyncLocalStorage } from 'node:async_hooks';

export interface PastMoment {
  readonly workspaceId: string;
  /** By the clock port, inclusive to the millisecond. */
  readonly moment: Date;
  /** Reads then fail with its reason, and work that only they needed stops. */
  readonly signal?: AbortSignal;
}

const wanted = new AsyncLocalStorage<PastMoment>();

/** Every read model and the clock answer at that moment. Not for commands: they decide on the present. */
export const readAsOf = <T>(past: PastMoment, work: () => T): T => wanted.run(past, work);

export const wantedMoment = (): PastMoment | null => wanted.getStore() ?? null;
