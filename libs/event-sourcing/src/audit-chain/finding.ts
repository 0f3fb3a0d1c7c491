import type { StoredFact } from '../facts/stored-fact';
import type { Position } from '../facts/fact';

export type Damage =
  'changed' | 'missing' | 'added' | 'moved' | 'seal changed' | 'seal missing' | 'cut off' | 'rewritten';

export interface Place {
  readonly id: string;
  readonly stream: string | null;
  readonly revision: number | null;
  readonly position: Position | null;
}

export interface Finding {
  readonly workspaceId: string | null;
  readonly damage: Damage;
  readonly fact: Place | null;
  readonly note: string;
}

/** Noted outside the log, as `<workspace>:<count>:<hash>`. */
export interface Head {
  readonly workspaceId: string;
  readonly count: number;
  readonly hash: string;
}

export interface WorkspaceVerdict {
  readonly head: Head;
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
