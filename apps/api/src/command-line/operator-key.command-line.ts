import { operatorKey } from '../operator/operator-key';
import { readArguments } from './arguments';
import type { CommandLine } from './command-line';

/** Shows the key that opens the operator page, and makes it when there is none yet. */
export const operatorKeyCommand: CommandLine = {
  name: 'operator-key',
  usage: '',
  summary: 'The key of the operator page, and where that is',
  async run(config, args, { out, err }) {
    readArguments(args, {}, 0);
    out(operatorKey(config.dataDirectory, config.operatorKey));
    err(
      `Sign in with it at ${config.publicUrl}/operator. Its holder may rebuild read models, and sees no creator's data.`,
    );
    return 0;
  },
};
