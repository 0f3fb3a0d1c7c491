import { AsyncLocalStorage } from 'node:async_hooks';

/** What somebody looks back to. */
export interface PastMoment {
  /** Whose facts are looked at: no others are even decoded. */
  readonly workspaceId: string;
  /** By the clock port. What was recorded at this very millisecond is in it. */
  readonly moment: Date;
  /** Aborted when nobody waits for the answer any more: what is asked then fails with its reason, and what only this needed is given up. */
  readonly signal?: AbortSignal;
}

const wanted = new AsyncLocalStorage<PastMoment>();

/**
 * Runs `work` so that every read model it asks shows the workspace as it was at the moment, and the clock says that moment. Queries and
 * projections need not know. Not for commands: what is decided is decided now.
 */
export const readAsOf = <T>(past: PastMoment, work: () => T): T => wanted.run(past, work);

/** The moment that the running work looks back to; null when it looks at the present. */
export const wantedMoment = (): PastMoment | null => wanted.getStore() ?? null;
