import { AnyTimeReadModels } from './as-of/any-time-read-models';
import { PastReadModels } from './as-of/past-read-models';
import { workspaceStreams } from './as-of/workspace-streams.projection';
import { sealFacts } from './chain/seal';
import { Sealer } from './chain/sealer';
import type { Clock } from './clock.port';
import type { EventLog } from './event-log.port';
import type { SubjectKeys } from './fact-catalog';
import { FactCodec } from './fact-codec';
import type { FactLog } from './fact-log';
import type { CommandHandling } from './command-handling';
import type { ReadStore } from './read-store.port';
import { Builds } from './rebuild/builds';
import { InProcessBuilder } from './rebuild/in-process-builder';
import type { ReadModelBuilder } from './rebuild/read-model-builder.port';
import type { Report } from './runtime/consumer-health';
import { Forgetting } from './runtime/forgetting';
import { EncodedFactLog } from './runtime/encoded-fact-log';
import { LogConsumers } from './runtime/log-consumers';
import { OptimisticCommandHandling } from './runtime/optimistic-command-handling';
import type { ReadModels } from './runtime/read-models';
import { WaitingReadModels } from './runtime/waiting-read-models';

export interface KernelOptions {
  readonly log: EventLog;
  readonly store: ReadStore;
  /** Opens an empty read store that is thrown away again: for `readAsOf`. Absent: this process cannot look back. */
  readonly temporaryStore?: (() => ReadStore) | undefined;
  readonly clock: Clock;
  readonly keys: SubjectKeys;
  /** What this process does: consumers run where `projections` and `reactors` are named. Absent: both. */
  readonly roles?: readonly string[];
  /** Most facts that a consumer folds at once; default 500. */
  readonly batchSize?: number;
  /** Whether this process seals the log, so that a change behind our back is found. Default: no. */
  readonly seals?: boolean;
  /** Whether a read model says which streams each workspace has: without it, looking back goes through the whole log. Default: no. */
  readonly indexesStreams?: boolean;
  /** How often it is looked whether somebody was erased; default 5 s. */
  readonly lookForErasedMs?: number;
  /** Hears of every trouble of a consumer. */
  readonly report?: Report;
  /** Who builds read models beside the serving ones, where the store lets anybody; absent: this thread, between other things. */
  readonly builder?: ReadModelBuilder;
}

/** The kernel put together, without Nest. */
export interface Kernel {
  readonly log: FactLog;
  readonly commands: CommandHandling;
  readonly readModels: ReadModels;
  readonly consumers: LogConsumers;
  /** null: this process does not seal. */
  readonly sealer: Sealer | null;
  /** Frees the read models of people who were erased. */
  readonly forgetting: Forgetting;
  /** Throws away what was folded of the past. */
  forgetPast(): Promise<void>;
}

export const createKernel = ({
  log,
  store,
  temporaryStore,
  clock,
  keys,
  roles = ['projections', 'reactors'],
  batchSize = 500,
  seals = false,
  indexesStreams = false,
  lookForErasedMs,
  report = () => undefined,
  builder,
}: KernelOptions): Kernel => {
  const codec = new FactCodec(keys);
  codec.learn(sealFacts);
  const facts = new EncodedFactLog(log, codec, clock);
  const inProcess = (): ReadModelBuilder =>
    new InProcessBuilder({
      log,
      codec,
      projectionOf: (name) => consumers.projections.get(name)?.projection,
      open: (collection, place) =>
        store.shadowBuilds?.open(collection, place) ?? Promise.reject(new Error('This store builds nothing beside.')),
    });
  const builds = new Builds({ log, store, clock, builder: builder ?? inProcess() });
  const consumers: LogConsumers = new LogConsumers(
    { log, store, codec, clock, report, batchSize, builds },
    { projections: roles.includes('projections'), reactors: roles.includes('reactors') },
  );
  if (indexesStreams) consumers.add({ facts: {}, projections: [workspaceStreams] });
  const past = new PastReadModels({ log, codec, clock, store, temporaryStore });
  return {
    log: facts,
    commands: new OptimisticCommandHandling(facts, clock),
    readModels: new AnyTimeReadModels(new WaitingReadModels(log, store, consumers), past),
    consumers,
    sealer: seals ? new Sealer({ log, store, clock, report, batchSize }) : null,
    forgetting: new Forgetting({ keys, store, codec, consumers, builds }, lookForErasedMs),
    forgetPast: () => past.close(),
  };
};
