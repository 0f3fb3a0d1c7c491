import { withoutAddresses } from '../runtime/without-addresses';

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
