import { AnyTimeReadModels } from './as-of/any-time-read-models';
import { PastReadModels } from './as-of/past-read-models';
import { workspaceStreams } from './as-of/workspace-streams.projection';
import { sealFacts } from './chain/seal';
import { Sealer } from './chain/sealer';
import type { Clock } from './clock.port';
import { PersonErasures } from './erasure/person-erasures';
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
import { boundCommands } from './runtime/bound-commands.projection';
import { BoundKeys } from './runtime/bound-keys';
import { EncodedFactLog } from './runtime/encoded-fact-log';
import { LogConsumers } from './runtime/log-consumers';
import { OptimisticCommandHandling } from './runtime/optimistic-command-handling';
import type { ReadModels } from './runtime/read-models';
import { WaitingReadModels } from './runtime/waiting-read-models';

export interface KernelOptions {
  readonly log: EventLog;
  readonly store: ReadStore;
  /** For `readAsOf`: opens an empty read store that is thrown away again. Absent: this process cannot look back. */
  readonly temporaryStore?: (() => ReadStore) | undefined;
  readonly clock: Clock;
  readonly keys: SubjectKeys;
  /** Consumers run where `projections` and `reactors` are named. Absent: both. */
  readonly roles?: readonly string[];
  readonly batchSize?: number;
  /** Whether this process seals the log against tampering. Default: no. */
  readonly seals?: boolean;
  /**
   * Whether a read model lists the streams of each workspace; without it, looking back reads the whole log. Default:
   * no.
   */
  readonly indexesStreams?: boolean;
  /**
   * Whether a read model says which command each idempotency key is bound to; without it, a key is bound within one
   * stream only. Default: no.
   */
  readonly bindsKeys?: boolean;
  /** How often erasures are looked for; default 5 s. */
  readonly lookForErasedMs?: number;
  readonly report?: Report;
  /** Makes shadow builds where the store supports them; absent: this thread, in between. */
  readonly builder?: ReadModelBuilder;
}

/** The assembled kernel, without Nest. */
export interface Kernel {
  readonly log: FactLog;
  readonly commands: CommandHandling;
  readonly readModels: ReadModels;
  readonly consumers: LogConsumers;
  readonly sealer: Sealer | null;
  readonly erasures: PersonErasures;
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
  bindsKeys = false,
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
  if (bindsKeys) consumers.add({ facts: {}, projections: [boundCommands] });
  const past = new PastReadModels({ log, codec, clock, store, temporaryStore });
  const commands = new OptimisticCommandHandling(facts, clock, new BoundKeys(bindsKeys ? store : undefined));
  const forget = (): void => {
    commands.forget();
    void past.close();
  };
  return {
    log: facts,
    commands,
    readModels: new AnyTimeReadModels(new WaitingReadModels(log, store, consumers), past),
    consumers,
    sealer: seals ? new Sealer({ log, store, clock, report, batchSize }) : null,
    erasures: new PersonErasures({
      ...{ log, keys, store, codec, consumers, builds, clock, report, forget },
      lookEveryMs: lookForErasedMs,
    }),
    forgetPast: () => past.close(),
  };
};
