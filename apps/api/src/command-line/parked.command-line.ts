import type { ParkedFacts, ParkedFactShown } from '@linkage/contracts';
import type { Config } from '../config';
import { reactionNames } from '../contexts';
import { jsonOption, readArguments } from './arguments';
import { UsageError, type CommandLine } from './command-line';
import { askServer } from './ask-server';
import { hasReadModels, parkedInLog } from './stopped-server';

/** @throws UsageError for a name that is no reaction's */
export const expectReaction = (name: string): void => {
  if (!reactionNames.includes(name))
    throw new UsageError(`There is no reaction "${name}". There are: ${reactionNames.join(', ')}.`);
};

/** Asks the running server; when none runs, the log. */
export const parked: CommandLine = {
  name: 'parked',
  usage: '[<reaction>] [--json]',
  summary: 'Facts that a reaction could not work on in time, and why',
  async run(config, args, { out, err }) {
    const {
      words: [name],
      values,
    } = readArguments(args, jsonOption, 0, 1);
    if (name !== undefined) expectReaction(name);
    const found = await parkedOf(config, name === undefined ? reactionNames : [name], err);
    if (!found) return 1;
    if (values.json) out(JSON.stringify(found, null, 2));
    else for (const line of found.flatMap(linesOf)) out(line);
    return 0;
  },
};

async function parkedOf(
  config: Config,
  names: readonly string[],
  err: (line: string) => void,
): Promise<readonly ParkedFacts[] | undefined> {
  const found: ParkedFacts[] = [];
  for (const name of names) {
    const answer = await askServer<ParkedFacts>(config, 'GET', `/api/operator/reactions/${name}/parked`);
    if (!answer) break;
    found.push(answer);
  }
  if (found.length === names.length) return found;
  if (!hasReadModels(config)) {
    err(
      `Nothing answers at port ${config.port}, and nothing has run in ${config.dataDirectory} yet. Start Linkage with "npm start", or set LINKAGE_DATA.`,
    );
    return undefined;
  }
  err(`Nothing answers at port ${config.port}: this is what the log in ${config.dataDirectory} says.`);
  return parkedInLog(config, names);
}

const linesOf = ({ reaction, total, facts }: ParkedFacts): readonly string[] => [
  total === 0
    ? `${reaction}: nothing is parked`
    : `${reaction}: ${total} parked${total > facts.length ? `, the first ${facts.length} are` : ''}`,
  ...facts.map(lineOf),
];

const lineOf = ({ type, id, stream, position, recordedAt, parkedAt, attempts, lastError }: ParkedFactShown): string =>
  `  ${type} ${id} of ${recordedAt}, stream ${stream}, position ${position}. Parked ${parkedAt}${triesInWords(attempts)}: ${lastError}`;

const triesInWords = (attempts: number | null): string => {
  if (attempts === null) return '';
  return attempts === 0 ? ', never tried' : ` after ${attempts} ${attempts === 1 ? 'try' : 'tries'}`;
};
