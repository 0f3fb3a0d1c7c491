const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** "24 hours", "1 minute": in the largest unit that divides it, days from two on. */
export const durationInWords = (milliseconds: number): string => {
  const [unit, size] =
    units.find(([name, ms]) => milliseconds % ms === 0 && (name !== 'day' || milliseconds > ms)) ?? units[3];
  const count = Math.round(milliseconds / size);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
};
