import { systemClock, type Clock } from '@linkage/event-sourcing';

/** The server's time, and how far it was moved by hand: ms, 0 when it runs true. */
export interface ServerClock extends Clock {
  readonly movedBy: number;
  close(): void;
}

export const trueClock: ServerClock = { ...systemClock, movedBy: 0, close: () => undefined };
