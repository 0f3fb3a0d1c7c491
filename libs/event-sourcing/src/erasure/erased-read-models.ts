import type { Position } from '../facts/fact';
import type { PersonalData } from '../personal-data/personal-data';
import type { Rebuilding } from '../rebuild/rebuilding';
import type { Kernel } from '../runtime/kernel';
import type { ProjectionRunner } from '../read-models/projection-runner';

const FREE_OF = 'erasures';

export class ErasureIncomplete extends Error {
  constructor(projections: readonly string[]) {
    super(
      `These read models could not be built anew and may still hold the data of a person who was erased: ${projections.join(', ')}. It is tried again; "npm run linkage -- projections" says what is wrong with them.`,
    );
    this.name = 'ErasureIncomplete';
  }
}

/** Read models that may hold data of erased people are built anew, without the key, by the process that folds. */
export class ErasedReadModels {
  constructor(
    private readonly kernel: Pick<Kernel, 'parts' | 'consumers'> & { readonly rebuilding: Rebuilding },
    private readonly personalData: PersonalData,
  ) {}

  async freeOf(): Promise<number> {
    return Number((await this.kernel.parts.store.loadPosition(FREE_OF)) ?? 0);
  }

  /**
   * False: not now; another process folds them, or they are being made ready. A build that began earlier does not
   * count, as it may have read with the key. @throws ErasureIncomplete
   */
  async free(erasures: number): Promise<boolean> {
    const { consumers, parts, rebuilding } = this.kernel;
    if (!consumers.foldsHere) return false;
    const affected = [...consumers.projections.values()].filter((runner) => this.mayHoldPersonalData(runner));
    if (!affected.every(({ health: { state } }) => state === 'running' || state === 'stopped')) return false;
    if (affected.some(({ projection }) => rebuilding.isUnderWay(projection.name))) return false;
    await Promise.all(affected.map((runner) => rebuilding.rebuild(runner)));
    const left = affected
      .map(({ projection }) => projection.name)
      .filter((name) => rebuilding.statusOf(name)?.state !== 'done');
    if (left.length > 0) throw new ErasureIncomplete(left);
    await parts.store.savePosition(FREE_OF, String(erasures) as Position);
    return true;
  }

  private mayHoldPersonalData({ projection: { on } }: ProjectionRunner): boolean {
    return on !== 'any' && on.some((type) => this.personalData.isPersonal(type));
  }
}
