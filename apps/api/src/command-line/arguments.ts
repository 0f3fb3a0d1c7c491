import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command-line';

/** Reads `--options` and what else was given. @throws UsageError for an option that there is not, or another number of other words */
export function readArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: Options, words: number) {
  const { values, positionals } = parsed(args, options);
  if (positionals.length > words) throw new UsageError(`"${positionals.slice(words).join(' ')}" was not expected.`);
  if (positionals.length < words) throw new UsageError('Something is missing.');
  return { values, positionals };
}

function parsed<const Options extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
