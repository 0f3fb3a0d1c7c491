import { SqliteEventLog } from '@linkage/stores';
import { v7 } from 'uuid';
import type { Contestant } from '../contestants';
import { sampleFact } from '../raw-log';

/** Streams that are written side by side, as many creators are. */
const INTERLEAVED = 100;

/** Argument: how many facts, and how many in a stream. */
export const fill: Contestant = async (folder, argument) => {
  const [count = 0, perStream = 1] = argument.split(' ').map(Number);
  const log = SqliteEventLog.open(`${folder}/facts.db`);
  for (let start = 0; start < count; start += INTERLEAVED * perStream) {
    const ids = Array.from({ length: Math.min(INTERLEAVED, Math.ceil((count - start) / perStream)) }, () => v7());
    for (let revision = 0; revision < perStream; revision += 1) {
      await Promise.all(
        ids.map((id, index) => {
          const { data, ...fact } = sampleFact(start + index);
          return log.append(
            `invitation-${id}`,
            [{ ...fact, data: { ...data, invitationId: id } }],
            revision === 0 ? 'no-stream' : revision - 1,
          );
        }),
      );
    }
  }
  await log.close();
  return {};
};
