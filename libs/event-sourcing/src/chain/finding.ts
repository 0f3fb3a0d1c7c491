import type { StoredFact } from '../stored-fact';
import type { Position } from '../fact';

/** What is wrong with a fact, or with a workspace's chain as a whole. */
export type Damage =
  'changed' | 'missing' | 'added' | 'moved' | 'seal changed' | 'seal missing' | 'cut off' | 'rewritten';

/** Where a fact stands; what is gone has no place. */
export interface Place {
  readonly id: string;
  readonly stream: string | null;
  readonly revision: number | null;
  readonly position: Position | null;
}

/** The first thing that is wrong in a workspace. */
export interface Finding {
  /** null: the fact does not even say whose it is. */
  readonly workspaceId: string | null;
  readonly damage: Damage;
  readonly fact: Place | null;
  /** One sentence for a person. */
  readonly note: string;
}

/** A chain as it stood when somebody noted it: `<workspace>:<count>:<hash>`. */
export interface Head {
  readonly workspaceId: string;
  readonly count: number;
  readonly hash: string;
}

export interface WorkspaceVerdict {
  /** Over all facts of the workspace, as they are in the log now. Seals do not count. */
  readonly head: Head;
  /** How many of them were compared with their seal and found as they were. */
  readonly sealed: number;
}

export const placeOf = ({
  id,
  stream,
  revision,
  position,
}: Pick<StoredFact, 'id' | 'stream' | 'revision' | 'position'>): Place => ({ id, stream, revision, position });

export const inWords = ({ id, stream, revision, position }: Place): string =>
  stream === null ? id : `${id} (position ${position ?? '?'}, revision ${revision ?? '?'} of ${stream})`;

export const NO_JSON = 'It is not the JSON that was written.';
