import { askServer } from './ask-server';
import { readArguments } from './arguments';
import type { CommandLine } from './command-line';

/** Only a running process stands still anywhere. */
export const retry: CommandLine = {
  name: 'retry',
  usage: '<name>',
  summary: 'Let a projection or reaction go on that stands still at a fact',
  async run(config, args, { out, err }) {
    const {
      words: [consumer = ''],
    } = readArguments(args, {}, 1);
    const answer = await askServer(config, 'POST', '/api/operator/retries', { consumer });
    if (answer) out(`${consumer} goes on. See "npm run linkage -- projections".`);
    else
      err(`Nothing answers at port ${config.port}. Start Linkage with "npm start": then everything goes on by itself.`);
    return answer ? 0 : 1;
  },
};
