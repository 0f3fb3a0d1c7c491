import { setTimeout as pause } from 'node:timers/promises';
import { ALL_PROJECTIONS, type ConsumerOverview, type OperatorOverview, type Rebuilding } from '@linkage/contracts';
import type { Config } from '../config';
import { contexts } from '../contexts';
import { jsonOption, readArguments } from './arguments';
import { type CommandLine, type Lines, UsageError } from './command-line';
import { troubleLine } from './consumers-table';
import { progressLine } from './progress-line';
import { askServer, ServerWentAway } from './ask-server';
import { withProjections } from './stopped-server';

const LOOK_AGAIN_MS = 500;
type Look = () => Promise<readonly ConsumerOverview[]>;

const known = (): readonly string[] => contexts.flatMap(({ parts }) => parts.projections).map(({ name }) => name);

/** Starts it on the running server; when none runs, does it. @param programs folder of the built programs */
export const rebuildCommand = (programs: string): CommandLine => ({
  name: 'rebuild',
  usage: '<name|all> [--json]',
  summary: 'Build a read model anew beside the one that serves, then swap them',
  async run(config, args, lines) {
    const {
      words: [name = ''],
      values,
    } = readArguments(args, jsonOption, 1);
    if (name !== ALL_PROJECTIONS && !known().includes(name)) {
      throw new UsageError(`There is no read model "${name}". There are: ${known().join(', ')}. Or all of them: all.`);
    }
    const show: Lines = values.json ? { ...lines, err: () => undefined } : lines;
    const results = (await onServer(config, name, show)) ?? (await here(config, programs, name, show));
    if (values.json) lines.out(JSON.stringify(results, null, 2));
    else for (const one of results) lines.out(resultLine(one));
    return results.every(({ build }) => build?.state === 'done') ? 0 : 1;
  },
});

async function onServer(
  config: Config,
  projection: string,
  lines: Lines,
): Promise<readonly ConsumerOverview[] | undefined> {
  const started = await askServer<Rebuilding>(config, 'POST', '/api/operator/rebuilds', { projection });
  if (!started) return undefined;
  return untilDone(
    started.projections,
    async () => {
      const answer = await askServer<OperatorOverview>(config, 'GET', '/api/operator/consumers');
      if (!answer)
        throw new ServerWentAway(
          'The server went away. What it was building is given up; the read models that served still do.',
        );
      return answer.consumers;
    },
    lines,
  );
}

function here(config: Config, programs: string, name: string, lines: Lines): Promise<readonly ConsumerOverview[]> {
  lines.err(`Nothing answers at port ${config.port}: building in ${config.dataDirectory} without a server.`);
  return withProjections(config, programs, ({ operations }, overview) => {
    const wanted = name === ALL_PROJECTIONS ? known() : [name];
    for (const one of wanted) operations.rebuild(one);
    return untilDone(wanted, overview, lines);
  });
}

/** Shows the progress until each is built, or failed. */
async function untilDone(names: readonly string[], look: Look, { err }: Lines): Promise<readonly ConsumerOverview[]> {
  for (let shown = ''; ; await pause(LOOK_AGAIN_MS)) {
    const wanted = (await look()).filter(({ name }) => names.includes(name));
    const line = progressLine(wanted);
    if (line !== shown && line !== '') err(line);
    shown = line;
    if (wanted.every(({ build }) => build?.state === 'done' || build?.state === 'failed')) return wanted;
  }
}

const resultLine = ({ name, build, rows }: ConsumerOverview): string =>
  build?.state === 'failed'
    ? `${name}: failed, the one that served still does. ${build.error ? troubleLine(build.error) : ''}`
    : `${name}: built, ${build?.facts ?? 0} facts at ${build?.factsPerSecond ?? 0} per second, ${rows ?? 0} rows`;
