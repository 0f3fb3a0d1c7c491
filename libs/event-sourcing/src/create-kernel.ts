import { auditChain } from './audit-chain/audit-chain';
import type { Sealer } from './audit-chain/sealer';
import { boundKeys, type BoundKeysOptions } from './bound-keys/bound-keys';
import { consumerOperations, type ConsumerOperations } from './consumer-operations/consumer-operations';
import type { Erasures } from './erasure/erasures';
import { personErasure } from './erasure/person-erasure';
import { PersonalData } from './personal-data/personal-data';
import type { SubjectKeys } from './personal-data/subject-keys.port';
import type { ReadModelBuilder } from './rebuild/read-model-builder.port';
import { readYourWrites } from './read-your-writes/read-your-writes';
import { rebuilding } from './rebuild/rebuilding';
import { type CoreOptions, Kernel as Core } from './runtime/kernel';
import { sharedProcesses } from './shared-processes/shared-folding';
import { timeTravel, type TimeTravelOptions } from './time-travel/time-travel';

export interface KernelOptions extends Omit<CoreOptions, 'seal'>, BoundKeysOptions, TimeTravelOptions {
  readonly keys: SubjectKeys;
  /** Default: no. */
  readonly seals?: boolean;
  readonly lookForErasedMs?: number;
  /** Absent: this thread builds, in between. */
  readonly builder?: ReadModelBuilder;
}

export interface Kernel extends Pick<Core, 'log' | 'commands' | 'readModels' | 'consumers'> {
  readonly sealer: Sealer | null;
  readonly erasures: Erasures;
  readonly operations: ConsumerOperations;
  forgetPast(): Promise<void>;
}

/** The core with everything that Linkage adds to it. */
export const createKernel = (options: KernelOptions): Kernel => {
  const personalData = new PersonalData(options.keys);
  return new Core({ ...options, seal: personalData })
    .use(boundKeys(options))
    .use(auditChain(options))
    .use(sharedProcesses())
    .use(rebuilding(options))
    .use(consumerOperations())
    .use(timeTravel(options))
    .use(readYourWrites())
    .use(personErasure(personalData, { lookEveryMs: options.lookForErasedMs }));
};
