import { importLog, splitLines } from '@linkage/event-sourcing';
import { factsInOneTurn, forgetReadModels, openLog, refuseWhileInUse } from '../storage';
import { readArguments } from './arguments';
import type { CommandLine } from './command-line';
import { readBytes } from './export-file';
import { progress } from './progress';

/**
 * Into an empty log, or on from where an earlier import of the same file ended. No server may run on the data folder.
 */
export const importLogCommand: CommandLine = {
  name: 'import-log',
  usage: '<file|->',
  summary: 'Appends the facts of an export to an empty log; goes on where it was interrupted',
  async run(config, args, { err }) {
    const [file] = readArguments(args, {}, 1).words as [string];
    await refuseWhileInUse(config.dataDirectory);
    const log = await openLog(config);
    try {
      const lines = splitLines(readBytes(file, process.stdin));
      const { there, added } = await importLog(log, lines, {
        atOnce: await factsInOneTurn(config),
        onProgress: progress(err, 'imported'),
        beforehand: () => forgetReadModels(config.dataDirectory),
      });
      err(
        `${added} facts imported${there > 0 ? `, ${there} were there already` : ''}. The read models are folded at the next start; reactions begin with what happens after it.`,
      );
      return 0;
    } finally {
      await log.close();
    }
  },
};
