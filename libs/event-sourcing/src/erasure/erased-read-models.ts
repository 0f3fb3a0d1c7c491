import type { Position } from '../fact';
import type { FactCodec } from '../fact-codec';
import type { ReadStore } from '../read-store.port';
import type { Builds } from '../rebuild/builds';
import type { LogConsumers } from '../runtime/log-consumers';
import type { ProjectionRunner } from '../runtime/projection-runner';

export interface ErasedReadModelsParts {
  readonly store: Pick<ReadStore, 'loadPosition' | 'savePosition'>;
  readonly codec: FactCodec;
  readonly consumers: LogConsumers;
  readonly builds: Builds;
}

/** Where the store keeps how many erasures the read models are free of. */
const FREE_OF = 'erasures';

/** Some read models may still hold the data of a person who was erased. */
export class ErasureIncomplete extends Error {
  constructor(projections: readonly string[]) {
    super(
      `These read models could not be built anew and may still hold the data of a person who was erased: ${projections.join(', ')}. It is tried again; "npm run linkage -- projections" says what is wrong with them.`,
    );
    this.name = 'ErasureIncomplete';
  }
}

/** The read models, as far as they may hold data of people who were erased: built anew, without the key, by the process that folds. */
export class ErasedReadModels {
  constructor(private readonly parts: ErasedReadModelsParts) {}

  /** How many erasures they are free of, whichever process saw to it. */
  async freeOf(): Promise<number> {
    return Number((await this.parts.store.loadPosition(FREE_OF)) ?? 0);
  }

  /** False: not now, because another process folds them or they are still being made ready. @throws ErasureIncomplete */
  async free(erasures: number): Promise<boolean> {
    const { store, consumers, builds } = this.parts;
    if (!consumers.foldsHere) return false;
    const affected = [...consumers.projections.values()].filter((runner) => this.mayHoldPersonalData(runner));
    if (!affected.every(({ health: { state } }) => state === 'running' || state === 'stopped')) return false;
    await Promise.all(affected.map((runner) => runner.rebuild()));
    const left = affected.map(({ projection }) => projection.name).filter((name) => !isBuilt(builds, name));
    if (left.length > 0) throw new ErasureIncomplete(left);
    await store.savePosition(FREE_OF, String(erasures) as Position);
    return true;
  }

  private mayHoldPersonalData({ projection: { on } }: ProjectionRunner): boolean {
    return on !== 'any' && on.some((type) => this.parts.codec.isPersonal(type));
  }
}

const isBuilt = (builds: Builds, name: string): boolean => builds.statusOf(name)?.state === 'done';
