import type { Position as ServerPosition } from '@eventstore/db-client';
import type { Position } from '@linkage/event-sourcing';

/** `commit` alone orders; `prepare` must be handed back to the server. Decimal, because both are 64 bits. */
export const toPosition = ({ commit, prepare }: ServerPosition): Position =>
  (commit === prepare ? `${commit}` : `${commit}/${prepare}`) as Position;

export const fromPosition = (position: Position): ServerPosition => {
  const [commit = '0', prepare = commit] = position.split('/');
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
};

const POSITION = /^(?:0|[1-9]\d*)(?:\/(?:0|[1-9]\d*))?$/;

/** As text, since this runs for every fact. @throws TypeError for a string that is no position of this log */
export const comparePositions = (a: Position, b: Position): number => {
  if (a === b && POSITION.test(a)) return 0;
  const [left, right] = [commitOf(a), commitOf(b)];
  return left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);
};

const commitOf = (position: Position): string => {
  if (!POSITION.test(position)) throw new TypeError('This is not a position of EventStoreDB.');
  const end = position.indexOf('/');
  return end < 0 ? position : position.slice(0, end);
};
