import type { ReadStore } from '../read-models/read-store.port';
import type { Kernel } from '../runtime/kernel';
import { PastRows } from './past-rows';
import { wantedMoment } from './read-as-of';
import { workspaceStreams } from './workspace-streams.projection';

export interface TimeTravelOptions {
  /** An empty store that is thrown away again. Absent: this process cannot look back. */
  readonly temporaryStore?: (() => ReadStore) | undefined;
  /** Without it, looking back reads the whole log. Default: no. */
  readonly indexesStreams?: boolean;
}

/** Inside `readAsOf`, read models answer as they were. */
export const timeTravel =
  ({ temporaryStore, indexesStreams = false }: TimeTravelOptions = {}) =>
  (kernel: Kernel) => {
    const { log, codec, clock, store } = kernel.parts;
    const past = new PastRows({ log, codec, clock, store, temporaryStore });
    kernel.readModels.prefer(() => (wantedMoment() === null ? undefined : past));
    kernel.onForget(() => void past.close());
    if (indexesStreams) kernel.consumers.add({ facts: {}, projections: [workspaceStreams] });
    return { forgetPast: (): Promise<void> => past.close() };
  };
