import type { Position as ServerPosition } from '@eventstore/db-client';
import type { Position } from '@linkage/event-sourcing';

/** `commit` alone places an event in `$all`; `prepare` must be handed back to the server. Decimal, because both are 64 bits. */
export const toPosition = ({ commit, prepare }: ServerPosition): Position => (commit === prepare ? `${commit}` : `${commit}/${prepare}`) as Position;

export const fromPosition = (position: Position): ServerPosition => {
  const [commit = '0', prepare = commit] = position.split('/');
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
};

/** Negative when a is before b, 0 when equal. */
export const comparePositions = (a: Position, b: Position): number => {
  const [left, right] = [fromPosition(a).commit, fromPosition(b).commit];
  return left < right ? -1 : left > right ? 1 : 0;
};
