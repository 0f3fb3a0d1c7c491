import type { Replaying } from '@linkage/contracts';
import { readArguments } from './arguments';
import type { CommandLine } from './command-line';
import { expectReaction } from './parked.command-line';
import { askServer } from './ask-server';
import { hasReadModels, replayInLog } from './stopped-server';

const facts = (count: number): string => `${count} ${count === 1 ? 'fact' : 'facts'}`;

/** On the running server at once; without one, at the next start. */
export const replayParked: CommandLine = {
  name: 'replay-parked',
  usage: '<reaction>',
  summary: 'Have a reaction try again what it gave up. What it does is done for real, such as sending a mail',
  async run(config, args, { out, err }) {
    const {
      words: [reaction = ''],
    } = readArguments(args, {}, 1);
    expectReaction(reaction);
    const answer = await askServer<Replaying>(config, 'POST', '/api/operator/replays', { reaction });
    if (answer) {
      out(
        answer.replayed === 0
          ? `${reaction}: nothing was parked`
          : `${reaction}: ${facts(answer.replayed)} given to it again. See "npm run linkage -- projections".`,
      );
      return 0;
    }
    if (!hasReadModels(config)) {
      err(
        `Nothing answers at port ${config.port}, and nothing has run in ${config.dataDirectory} yet. Start Linkage with "npm start", or set LINKAGE_DATA.`,
      );
      return 1;
    }
    const replayed = await replayInLog(config, reaction);
    out(
      replayed === 0
        ? `${reaction}: nothing was parked`
        : `${reaction}: ${facts(replayed)} will be tried again as soon as Linkage runs`,
    );
    return 0;
  },
};
