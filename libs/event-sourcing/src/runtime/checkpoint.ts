import type { Position } from '../facts/fact';
import type { ReadStore } from '../read-models/read-store.port';

const BEGINNING = 'beginning' as Position;

export class Checkpoint {
  constructor(
    private readonly store: Pick<ReadStore, 'loadPosition' | 'savePosition'>,
    private readonly name: string,
  ) {}

  /** Undefined: never run; null: before the first fact. */
  async load(): Promise<Position | null | undefined> {
    const stored = await this.store.loadPosition(this.name);
    return stored === null ? undefined : stored === BEGINNING ? null : stored;
  }

  save(position: Position | null): Promise<void> {
    return this.store.savePosition(this.name, position ?? BEGINNING);
  }
}
