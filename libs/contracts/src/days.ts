/** `2026-11-30` is one, `2026-11-31` is none: `Date` would take it for the day after. */
export const isDay = (text: string): boolean => {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(NaN);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** A moment of ISO 8601 with its time zone, on a day that there is. */
export const isMoment = (text: string): boolean =>
  isDay(text.slice(0, 10)) && /^.{10}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(text);
