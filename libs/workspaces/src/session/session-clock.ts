/** Real time: moving the demo clock by weeks must not sign members out. */
export const SESSION_CLOCK = Symbol('SessionClock');
