import type { Position } from '@linkage/event-sourcing';

/** Positions are the facts' row numbers in decimal, without gaps, from 1. Lower ones were put there from outside. */
export const toPosition = (place: number): Position => String(place) as Position;

/** 0 stands before the first fact. @throws TypeError for a string that is no position of this log */
export const toPlace = (position: Position | null): number => {
  if (position === null) return 0;
  const place = /^-?\d{1,15}$/.test(position) ? Number(position) : NaN;
  if (Number.isNaN(place)) throw new TypeError('This is not a position of the embedded log.');
  return place;
};
