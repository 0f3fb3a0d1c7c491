import { auditChain } from './audit-chain/audit-chain';
import type { Sealer } from './audit-chain/sealer';
import { boundKeys, type BoundKeysOptions } from './bound-keys/bound-keys';
import type { Erasures } from './erasure/erasures';
import { personErasure } from './erasure/person-erasure';
import type { ReadModelBuilder } from './rebuild/read-model-builder.port';
import { readYourWrites } from './read-your-writes/read-your-writes';
import { rebuilding } from './rebuild/rebuilding';
import { type CoreOptions, Kernel as Core } from './runtime/kernel';
import { sharedProcesses } from './shared-processes/shared-folding';
import { timeTravel, type TimeTravelOptions } from './time-travel/time-travel';

export interface KernelOptions extends CoreOptions, BoundKeysOptions, TimeTravelOptions {
  /** Default: no. */
  readonly seals?: boolean;
  readonly lookForErasedMs?: number;
  /** Absent: this thread builds, in between. */
  readonly builder?: ReadModelBuilder;
}

export interface Kernel extends Pick<Core, 'log' | 'commands' | 'readModels' | 'consumers'> {
  readonly sealer: Sealer | null;
  readonly erasures: Erasures;
  forgetPast(): Promise<void>;
}

/** The core with everything that Linkage adds to it. */
export const createKernel = (options: KernelOptions): Kernel =>
  new Core(options)
    .use(boundKeys(options))
    .use(auditChain(options))
    .use(sharedProcesses())
    .use(rebuilding(options))
    .use(timeTravel(options))
    .use(readYourWrites())
    .use(personErasure({ lookEveryMs: options.lookForErasedMs }));
