import { exportLog } from '@linkage/event-sourcing';
import { openLog } from '../storage';
import { readArguments } from './arguments';
import type { CommandLine } from './command-line';
import { writeLines } from './export-file';
import { progress } from './progress';

/** Also beside a running server: what is appended meanwhile is left out. */
export const exportLogCommand: CommandLine = {
  name: 'export-log',
  usage: '<file|->',
  summary: 'Writes all facts as lines of JSON, packed when the name ends in .gz',
  async run(config, args, { err }) {
    const [file] = readArguments(args, {}, 1).words as [string];
    const log = await openLog(config, { readOnly: true });
    let facts = 0;
    const tell = progress(err, 'exported');
    try {
      await writeLines(
        file,
        exportLog(log, (count) => tell((facts = count))),
        process.stdout,
      );
    } finally {
      await log.close();
    }
    err(
      `${facts} facts exported. The secrets and keys of persons are not in it: vault.db and the master key must come along.`,
    );
    return 0;
  },
};
