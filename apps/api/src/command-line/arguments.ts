import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command-line';

export const jsonOption = { json: { type: 'boolean', default: false } } as const;

/**
 * Reads `--options` and the other words, of which there must be so many.
 * @throws UsageError for an option that there is not, or another number of words
 */
export function readArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
  least: number,
  most = least,
) {
  const { values, positionals: words } = parsed(args, options);
  if (words.length > most) throw new UsageError(`"${words.slice(most).join(' ')}" was not expected.`);
  if (words.length < least || words.includes('')) throw new UsageError('Something is missing.');
  return { values, words };
}

function parsed<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // What Node adds to the first sentence is for arguments that begin with a dash; none does here.
    const { message } = error as Error;
    throw new UsageError(/^.*?'\.(?= |$)/.exec(message)?.[0] ?? message);
  }
}
