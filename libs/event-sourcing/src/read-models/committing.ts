import type { Position } from '../facts/fact';
import type { CollectionShape } from './collection-shape';
import type { Generation } from './generations.port';
import type { Rows } from './read-store.port';
import type { FoldTarget } from './fold-into';

export interface Committing extends FoldTarget {
  /** Where the last commit left the collection. */
  readonly checkpoint: Position | null;
}

/** A commit for each batch, from where the last one ended. @throws CheckpointMoved when another writer came first */
export const committing = (
  store: Pick<Rows, 'load' | 'commit'>,
  collection: CollectionShape,
  from: Position | null,
  into?: Generation,
): Committing => {
  let after = from;
  return {
    get checkpoint() {
      return after;
    },
    load: (keys) => store.load(collection, keys, into),
    save: async (changes, checkpoint) => {
      await store.commit({ collection, changes, after, checkpoint, ...(into && { into }) });
      after = checkpoint;
    },
  };
};
