import { withoutAddresses } from './without-addresses';

/** Why a reaction was given up. */
export interface ParkedReason {
  /** How often the process that parked it had tried; null: it was parked before that was noted. */
  readonly attempts: number | null;
  /** What the last try said, without addresses. */
  readonly message: string;
}

/** As the log keeps it with the parked fact, and as a person reads it who looks there. */
export const writeReason = (attempts: number, message: string): string =>
  `Tried ${attempts} ${attempts === 1 ? 'time' : 'times'}. ${withoutAddresses(message)}`;

export const readReason = (text: string): ParkedReason => {
  const [, attempts, message] = /^Tried (\d+) times?\. (.*)$/s.exec(text) ?? [];
  return { attempts: attempts === undefined ? null : Number(attempts), message: withoutAddresses(message ?? text) };
};
