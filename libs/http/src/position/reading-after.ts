import { readAfter, type Position } from '@linkage/event-sourcing';

/** Runs `work` so that read models in it wait for `position` first: who wrote also reads it. */
export const readingAfter = (position: string | undefined, work: () => void): void =>
  position === undefined ? work() : readAfter(position as Position, work);
