import { UsageError } from './command-line';

/** Takes the known flags out of the arguments. @throws UsageError for a flag that is not known, or for another number of words than `words` */
export function withFlags<const Flag extends string>(
  args: readonly string[], known: readonly Flag[], words: number,
): { readonly words: readonly string[]; has(flag: Flag): boolean } {
  const flags = args.filter((arg) => arg.startsWith('--'));
  const rest = args.filter((arg) => !arg.startsWith('--'));
  const unknown = flags.find((flag) => !known.some((one) => one === flag));
  if (unknown !== undefined) throw new UsageError(`There is no ${unknown} here.`);
  if (rest.length < words) throw new UsageError('Something is missing.');
  const [extra] = rest.slice(words);
  if (extra !== undefined) throw new UsageError(`"${extra}" is too much.`);
  return { words: rest, has: (flag) => flags.includes(flag) };
}
