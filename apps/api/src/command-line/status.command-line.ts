import type { Config } from '../config';
import type { Check } from '../health/readiness';
import type { CommandLine } from './command-line';

const readyUrl = ({ host, port }: Config): string =>
  `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/health/ready`;

/** Asks the running process how it is. */
export const status: CommandLine = {
  name: 'status',
  usage: '',
  summary: 'Is Linkage running here, and is everything it needs in order?',
  async run(config, _args, { out, err }) {
    const url = readyUrl(config);
    const answer = await fetch(url).catch(() => undefined);
    if (!answer) {
      err(`Nothing answers at ${url}. Start it with "npm start", or say where it listens: LINKAGE_HOST, LINKAGE_PORT.`);
      return 1;
    }
    const { status: state, checks } = (await answer.json()) as { status: string; checks: readonly Check[] };
    out(state);
    for (const { name, ok, note } of checks)
      out(`  ${ok ? 'ok ' : 'NO '} ${name}${note === undefined ? '' : `: ${note}`}`);
    return answer.ok ? 0 : 1;
  },
};
