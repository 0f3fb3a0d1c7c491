import type { Config } from '../config';

/** Where a command writes: results to `out`, progress and troubles to `err`. One call, one line. */
export interface Lines {
  out(line: string): void;
  err(line: string): void;
}

/** One command of `npm run linkage -- <name>`, for the operator of this installation. */
export interface CommandLine {
  readonly name: string;
  /** What follows the name, such as `<file> [--force]`; empty when nothing does. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /**
   * Gives the exit code: 0 done, 1 the answer is no (nothing is wrong with the call).
   * @throws UsageError for arguments that make no sense
   */
  run(config: Config, args: readonly string[], lines: Lines): Promise<number>;
}

/** A command that looks at no installation: settings, data folder and server do not matter to it. */
export interface StandaloneCommandLine extends Omit<CommandLine, 'run'> {
  runAlone(args: readonly string[], lines: Lines): Promise<number>;
}

export type AnyCommandLine = CommandLine | StandaloneCommandLine;

/** The call makes no sense; the message says what would. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
