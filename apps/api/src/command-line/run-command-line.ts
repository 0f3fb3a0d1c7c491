import type { Environment } from '@linkage/settings';
import { readConfig } from '../config';
import { UsageError, type AnyCommandLine, type Lines } from './command-line';

const help = (commands: readonly AnyCommandLine[]): readonly string[] => {
  const calls = commands.map(({ name, usage }) => `${name} ${usage}`.trim());
  const width = Math.max(...calls.map(({ length }) => length));
  return [
    'usage: npm run linkage -- <command>',
    '',
    ...commands.map(({ summary }, index) => `  ${calls[index]?.padEnd(width)}  ${summary}`),
  ];
};

const isHelp = (word: string): boolean => word === '--help' || word === '-h';
const callOf = ({ name, usage }: AnyCommandLine): string => `npm run linkage -- ${name} ${usage}`.trimEnd();

/**
 * Finds and runs the command that the arguments name. Gives the exit code: 2 when the call makes no sense.
 * @throws ConfigError, DatabaseUnusable … with what to do
 */
export async function runCommandLine(
  commands: readonly AnyCommandLine[],
  args: readonly string[],
  environment: Environment,
  lines: Lines,
): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || isHelp(name)) {
    for (const line of help(commands)) lines.out(line);
    return 0;
  }
  const command = commands.find((known) => known.name === name);
  if (!command) {
    for (const line of [`There is no command "${name}".`, ...help(commands)]) lines.err(line);
    return 2;
  }
  if (rest.some(isHelp)) {
    for (const line of [`usage: ${callOf(command)}`, '', command.summary]) lines.out(line);
    return 0;
  }
  try {
    if ('runAlone' in command) return await command.runAlone(rest, lines);
    return await command.run(readConfig(environment), rest, lines);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    for (const line of [error.message, `usage: ${callOf(command)}`]) lines.err(line);
    return 2;
  }
}
