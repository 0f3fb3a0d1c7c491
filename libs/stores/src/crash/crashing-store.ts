import type { Commit, Position, ReadStore } from '@linkage/event-sourcing';

/** `documents`: rows are written, the checkpoint is not, as in a store without transactions. */
export type Crash = 'before' | 'documents' | 'after';

/** Later calls go unanswered. */
export const crashing = (store: ReadStore, crashes: readonly (Crash | null)[], onCrash: () => void): ReadStore => {
  let commits = 0;
  let dead = false;
  const commit = async (batch: Commit): Promise<void> => {
    const crash = dead ? 'before' : crashes[commits];
    commits += 1;
    if (!crash) return store.commit(batch);
    dead = true;
    onCrash();
    const checkpoint = batch.after ?? ('0' as Position);
    if (crash !== 'before') await store.commit(crash === 'after' ? batch : { ...batch, checkpoint });
    throw new Error('the process died');
  };
  return Object.assign(Object.create(store) as ReadStore, { commit });
};
