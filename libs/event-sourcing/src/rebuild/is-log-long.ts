import type { EventLog, Extent } from '../log/event-log.port';

/** Beyond this an empty read model is built in bulk; below, preparing that takes longer than folding. */
const LONG: Readonly<Record<Extent['unit'], number>> = { facts: 5_000, bytes: 5_000_000 };

/** Asked once for all consumers, again if the log did not answer. One that cannot tell counts as short. */
export const isLogLong = (log: EventLog): (() => Promise<boolean>) => {
  let asked: Promise<boolean> | undefined;
  const ask = async (): Promise<boolean> => {
    const length = log.extent?.(null, await log.head());
    return length !== undefined && length.amount >= LONG[length.unit];
  };
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
};
