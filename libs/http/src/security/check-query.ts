import { LONGEST_SEARCH, MOST_SEARCH_WORDS } from '@linkage/contracts';
import { ProblemException } from '../problems/problem-exception';

/** Cursors and the codes of platforms are the longest. */
const LONGEST_VALUE = 4_000;
const MOST_PARAMETERS = 50;
const LONGEST_NAME = 60;

const words = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * Looks at a query before anything of it is read, so that no text without a bound is folded or searched for.
 * @throws ProblemException that names the parameter
 */
export function checkQuery(query: Readonly<Record<string, unknown>>): void {
  const parameters = Object.entries(query);
  if (parameters.length > MOST_PARAMETERS)
    throw ProblemException.invalid('query', `Give at most ${MOST_PARAMETERS} parameters.`);
  for (const [name, value] of parameters)
    for (const text of [value].flat()) if (typeof text === 'string') checkParameter(name, text);
}

function checkParameter(name: string, text: string): void {
  if (text.length > LONGEST_VALUE || name.length > LONGEST_VALUE)
    throw ProblemException.invalid(name.slice(0, LONGEST_NAME), `Use at most ${LONGEST_VALUE} characters.`);
  if (name !== 'search') return;
  if (text.length > LONGEST_SEARCH)
    throw ProblemException.invalid(name, `Search for at most ${LONGEST_SEARCH} characters.`);
  if ((text.match(words) ?? []).length > MOST_SEARCH_WORDS)
    throw ProblemException.invalid(name, `Search for at most ${MOST_SEARCH_WORDS} words.`);
}
