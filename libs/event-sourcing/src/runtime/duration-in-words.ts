const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

export const durationInWords = (milliseconds: number): string => {
  const [unit, size] =
    units.find(([name, ms]) => milliseconds % ms === 0 && (name !== 'day' || milliseconds > ms)) ?? units[3];
  const count = Math.round(milliseconds / size);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
};
