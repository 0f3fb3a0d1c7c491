import type { Position } from '../fact';

/** The earliest of the positions. Null is before all; undefined (not known) makes the result undefined. */
export const earliestPosition = (
  positions: readonly (Position | null | undefined)[],
  compare: (a: Position, b: Position) => number,
): Position | null | undefined => {
  const known = positions.filter((position) => position !== undefined);
  if (known.length < positions.length || known.length === 0) return undefined;
  return known.reduce((a, b) => (a === null || b === null ? null : compare(a, b) <= 0 ? a : b));
};
