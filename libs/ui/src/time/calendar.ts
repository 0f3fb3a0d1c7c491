import { computed, signal } from '@angular/core';

const chosen = signal<string | null>(null);

/** From now on days and hours are those of this time zone; null: those of the device. What is on screen follows. */
export const showTimeZone = (zone: string | null): void => chosen.set(zone);

/** The time zone in which days and hours are told, by its name. */
export const shownTimeZone = computed(() => chosen() ?? Intl.DateTimeFormat().resolvedOptions().timeZone);

/** For `Intl`. */
export const zoned = computed(() => ({ timeZone: shownTimeZone() }));

/** Swedish writes ISO. */
const walls = computed(() => ({
  day: new Intl.DateTimeFormat('sv-SE', { ...zoned(), year: 'numeric', month: '2-digit', day: '2-digit' }),
  time: new Intl.DateTimeFormat('sv-SE', { ...zoned(), hour: '2-digit', minute: '2-digit', second: '2-digit' }),
}));

/** The calendar day of a moment, `2026-11-23`. */
export const dayOf = (at: number): string => walls().day.format(at);

/** Its time by the clock, `09:41`. */
export const clockTime = (at: number): string => walls().time.format(at).slice(0, 5);

/** Days are counted by the calendar: one of them has 23 or 25 hours when clocks are changed. */
export const shiftDay = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** By how many ms the clocks are ahead of UTC. */
const offsetAt = (at: number): number =>
  Date.parse(`${dayOf(at)}T${walls().time.format(at)}Z`) - Math.floor(at / 1000) * 1000;

/**
 * The moment at which a clock shows this, in ms; NaN for what is no date. Of two such moments the first; of none,
 * because clocks were put forward, the one that it would have been before.
 */
export const momentOf = (day: string, time = '00:00'): number => {
  const wall = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(wall)) return NaN;
  const [before, after] = [wall - offsetAt(wall - 86_400_000), wall - offsetAt(wall + 86_400_000)];
  const shown = [before, after].filter((at) => wall - offsetAt(at) === at);
  return shown.length === 0 ? before : Math.min(...shown);
};
