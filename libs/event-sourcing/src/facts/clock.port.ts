export interface Clock {
  now(): Date;
  /** When the time was moved by hand, so that schedules run at once. Returns the unsubscribe function. */
  onMoved(listener: () => void): () => void;
}

export const systemClock: Clock = { now: () => new Date(), onMoved: () => () => undefined };

export const CLOCK = Symbol('Clock');
