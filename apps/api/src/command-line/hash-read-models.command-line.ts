import { hashReadModels } from '@linkage/event-sourcing';
import { openReadModels } from '../storage';
import { jsonOption, readArguments } from './arguments';
import type { CommandLine } from './command-line';

/** Also beside a running server. Two installations that show the same have the same hashes. */
export const hashReadModelsCommand: CommandLine = {
  name: 'hash-read-models',
  usage: '[--json]',
  summary: 'One hash for each read model, to compare two installations',
  async run({ dataDirectory }, args, { out }) {
    const { values } = readArguments(args, jsonOption, 0);
    const store = await openReadModels(dataDirectory);
    try {
      const hashes = await hashReadModels(store);
      if (values.json) out(JSON.stringify(hashes));
      else
        for (const { name, version, rows, hash } of hashes)
          out(`${hash}  ${name} (version ${version}, ${rows} ${rows === 1 ? 'row' : 'rows'})`);
      return 0;
    } finally {
      await store.close();
    }
  },
};
