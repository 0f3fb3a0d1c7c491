import {
  createKernel,
  type ContextParts,
  type EventLog,
  type Kernel,
  type KernelOptions,
  type ReadStore,
} from '@linkage/event-sourcing';
import { InMemorySubjectKeys, settled, TestClock } from '@linkage/event-sourcing/testing';
import { SqliteReadStore } from '../sqlite-documents/sqlite-read-store';
import { SqliteEventLog } from '../sqlite-log/sqlite-event-log';
import { temporaryFolder } from './temporary-folder';

export interface TestKernelParts {
  /** One catalog or several, of every fact that the test's streams hold. */
  readonly facts: ContextParts['facts'] | readonly ContextParts['facts'][];
  readonly projections?: ContextParts['projections'];
  readonly reactors?: NonNullable<ContextParts['reactors']>;
}

export interface TestKernel extends Kernel {
  readonly clock: TestClock;
  readonly keys: InMemorySubjectKeys;
  readonly store: ReadStore;
  /** Resolves when every projection and reactor is idle. */
  settled(): Promise<void>;
  /** As a process ends; the stores stay open. */
  stop(): Promise<void>;
  /** Stops and closes the stores; removes their folder, if it made it. */
  close(): Promise<void>;
}

export interface TestKernelOptions extends Partial<KernelOptions> {
  readonly clock?: TestClock;
  readonly keys?: InMemorySubjectKeys;
  /** A folder that outlives the kernel, so that another one can go on in it. */
  readonly folder?: Pick<ReturnType<typeof temporaryFolder>, 'file'>;
  /** The test itself starts the consumers, once everything that they need is there. */
  readonly asleep?: boolean;
}

/**
 * The whole kernel on real SQLite stores in a folder of its own, without Nest, started: for specs of handlers,
 * projections and reactors. A reactor that needs the kernel itself can be added afterwards with `consumers.add`.
 */
export const testKernel = (parts: TestKernelParts, options: TestKernelOptions = {}): TestKernel => {
  const own = options.folder ? undefined : temporaryFolder();
  const folder = options.folder ?? (own as ReturnType<typeof temporaryFolder>);
  const { clock = new TestClock(), keys = new InMemorySubjectKeys() } = options;
  const log: EventLog = options.log ?? SqliteEventLog.open(folder.file('facts.db'));
  const store: ReadStore = options.store ?? SqliteReadStore.open(folder.file('documents.db'));
  const kernel = createKernel({ temporaryStore: SqliteReadStore.temporary, ...options, log, store, clock, keys });
  addParts(kernel, parts);
  if (options.asleep !== true) kernel.consumers.start();
  kernel.erasures.start();
  const stop = async (): Promise<void> => {
    await Promise.all([kernel.consumers.stop(), kernel.erasures.stop()]);
  };
  const close = async (): Promise<void> => {
    await stop();
    await kernel.forgetPast();
    await store.close();
    await log.close();
    own?.remove();
  };
  return { ...kernel, clock, keys, store, settled: () => settled(kernel), stop, close };
};

const addParts = ({ consumers }: Kernel, { facts, projections = [], reactors = [] }: TestKernelParts): void => {
  const catalogs = Array.isArray(facts)
    ? (facts as readonly ContextParts['facts'][])
    : [facts as ContextParts['facts']];
  for (const catalog of catalogs) consumers.add({ facts: catalog, projections: [] });
  consumers.add({ facts: {}, projections, reactors });
};
