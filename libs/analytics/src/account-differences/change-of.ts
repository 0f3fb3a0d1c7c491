/** Null unless there is a number on both sides: from nothing to something is no growth. */
export const changeOf = (then: number | null, now: number | null): number | null =>
  then === null || now === null ? null : now - then;
