import { readAfter, type Position } from '@linkage/event-sourcing';

/** Runs `work` so that read models in it wait for `position` first: a caller reads what it wrote. */
export const readingAfter = (position: string | undefined, work: () => void): void =>
  position === undefined ? work() : readAfter(position as Position, work);
