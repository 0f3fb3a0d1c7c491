import { AsyncLocalStorage } from 'node:async_hooks';

export interface PastMoment {
  /** Facts of other workspaces are not even decoded. */
  readonly workspaceId: string;
  /** By the clock port, inclusive to the millisecond. */
  readonly moment: Date;
  /** Aborted when the caller has left: reads fail with its reason, and work that only they needed stops. */
  readonly signal?: AbortSignal;
}

const wanted = new AsyncLocalStorage<PastMoment>();

/**
 * Runs `work` with every read model and the clock at that moment; queries and projections need not know. Not for
 * commands: they decide on the present.
 */
export const readAsOf = <T>(past: PastMoment, work: () => T): T => wanted.run(past, work);

export const wantedMoment = (): PastMoment | null => wanted.getStore() ?? null;
