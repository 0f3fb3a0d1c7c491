/** The time. In development and demo it may follow the platform sandbox's clock; in production it is the system's. */
export interface Clock {
  now(): Date;
  /** Calls `listener` when the time was moved by hand, so that schedules ring at once. Returns the way to stop. */
  onMoved(listener: () => void): () => void;
}

export const systemClock: Clock = { now: () => new Date(), onMoved: () => () => undefined };

/** Nest injection token of the clock. */
export const CLOCK = Symbol('Clock');
