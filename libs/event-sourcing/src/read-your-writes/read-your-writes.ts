import type { Kernel } from '../runtime/kernel';
import { WaitingRows } from './waiting-rows';
import { wantedReading } from './wanted-position';

/** Inside `readAfter`, read models wait, bounded, until they show that position. */
export const readYourWrites =
  () =>
  ({ parts: { log }, readModels }: Kernel): void => {
    const waiting = new WaitingRows(log, readModels.present);
    readModels.prefer(() => (wantedReading() === null ? undefined : waiting));
  };
