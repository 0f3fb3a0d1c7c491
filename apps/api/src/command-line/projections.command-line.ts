import type { ConsumerOverview, OperatorOverview } from '@linkage/contracts';
import type { Config } from '../config';
import { jsonOption, readArguments } from './arguments';
import type { CommandLine } from './command-line';
import { consumersTable } from './consumers-table';
import { askServer } from './ask-server';
import { consumersOnDisk, hasReadModels } from './stopped-server';

const isUnwell = ({ state, build }: ConsumerOverview): boolean => state === 'stopped' || build?.state === 'failed';

/** Asks the running server; when none runs, the stores. */
export const projections: CommandLine = {
  name: 'projections',
  usage: '[--json]',
  summary: 'Read models and reactions: how far each has read, how fast, what went wrong',
  async run(config, args, { out, err }) {
    const { values } = readArguments(args, jsonOption, 0);
    const consumers = await consumersOf(config, err);
    if (!consumers) return 1;
    if (values.json) out(JSON.stringify(consumers, null, 2));
    else for (const line of consumersTable(consumers)) out(line);
    return consumers.some(isUnwell) ? 1 : 0;
  },
};

async function consumersOf(
  config: Config,
  err: (line: string) => void,
): Promise<readonly ConsumerOverview[] | undefined> {
  const answer = await askServer<OperatorOverview>(config, 'GET', '/api/operator/consumers');
  if (answer) return answer.consumers;
  if (!hasReadModels(config)) {
    const there = `Nothing answers at port ${config.port}, and there are no read models in ${config.dataDirectory} yet.`;
    err(`${there} Start Linkage with "npm start", or set LINKAGE_DATA.`);
    return undefined;
  }
  err(
    `Nothing answers at port ${config.port}: this is how the read models and reactions stand in ${config.dataDirectory}.`,
  );
  return consumersOnDisk(config);
}
