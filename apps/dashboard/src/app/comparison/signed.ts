import { formatExact, formatMinutes } from '@linkage/ui';

/** With its sign; a real minus, and ± for no change at all. */
const signed = (value: number, text: (size: number) => string): string =>
  value === 0 ? '±0' : `${value > 0 ? '+' : '−'}${text(Math.abs(value))}`;

const growth = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
const points = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `+1,204 (+3.1%)`; without the percentage where there was nothing before. */
export const signedCount = (change: number, then: number): string => {
  const text = signed(change, formatExact);
  return change === 0 || then === 0 ? text : `${text} (${signed(change / then, (size) => growth.format(size))})`;
};

/** A length of time, in the unit that fits it. */
export const signedMinutes = (change: number): string =>
  signed(change, (size) => `${formatMinutes(size).exact} ${formatMinutes(size).unit}`);

/** A difference of two shares in percentage points, as it follows from what is shown of them: `+2.4 points`. */
export const signedPoints = (then: number, now: number): string => {
  const rounded = (Math.round(now * 1_000) - Math.round(then * 1_000)) / 10;
  return rounded === 0 ? '±0' : `${signed(rounded, (size) => points.format(size))} points`;
};
