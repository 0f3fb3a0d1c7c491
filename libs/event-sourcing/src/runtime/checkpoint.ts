import type { Position } from '../fact';
import type { ReadStore } from '../read-store.port';

/** Stands for "before the first fact", as opposed to "never run". */
const BEGINNING = 'beginning' as Position;

export class Checkpoint {
  constructor(
    private readonly store: Pick<ReadStore, 'loadPosition' | 'savePosition'>,
    private readonly name: string,
  ) {}

  /** Undefined: the consumer has never run; null: it stands before the first fact. */
  async load(): Promise<Position | null | undefined> {
    const stored = await this.store.loadPosition(this.name);
    return stored === null ? undefined : stored === BEGINNING ? null : stored;
  }

  save(position: Position | null): Promise<void> {
    return this.store.savePosition(this.name, position ?? BEGINNING);
  }
}
