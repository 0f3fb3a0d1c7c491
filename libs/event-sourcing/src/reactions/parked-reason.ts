import { withoutAddresses } from '../runtime/consumer-trouble';

export interface ParkedReason {
  readonly attempts: number | null;
  readonly message: string;
}

/** Readable in the log's own tools. */
export const writeReason = (attempts: number, message: string): string =>
  `Tried ${attempts} ${attempts === 1 ? 'time' : 'times'}. ${withoutAddresses(message)}`;

export const readReason = (text: string): ParkedReason => {
  const [, attempts, message] = /^Tried (\d+) times?\. (.*)$/s.exec(text) ?? [];
  return { attempts: attempts === undefined ? null : Number(attempts), message: withoutAddresses(message ?? text) };
};

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

const inWords = (milliseconds: number): string => {
  const [unit, size] =
    units.find(([name, ms]) => milliseconds % ms === 0 && (name !== 'day' || milliseconds > ms)) ?? units[3];
  const count = Math.round(milliseconds / size);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
};

/** Of a fact that came to its turn when its reactor no longer took it. */
export const waitedTooLong = (maxAgeMs: number): string =>
  `It waited for longer than ${inWords(maxAgeMs)} before it came to its turn.`;
