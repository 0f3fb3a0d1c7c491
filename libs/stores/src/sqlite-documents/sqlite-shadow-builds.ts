import type { ShadowBuilds, BulkBuild, CollectionShape } from '@linkage/event-sourcing';
import { BulkGeneration } from './bulk-generation';
import type { GenerationStorage } from './generation-storage';
import type { Generations } from './generations';

/** Names the file at `path` in errors of the disk. */
type Guard = <T>(path: string | undefined, work: () => T) => T;

/** What was never adopted is removed at the next start. */
export class SqliteShadowBuilds implements ShadowBuilds {
  constructor(
    private readonly generations: Generations,
    private readonly places: GenerationStorage,
    private readonly guarded: Guard,
  ) {}

  async reserve({ name }: CollectionShape): Promise<string> {
    return this.places.pathOf(this.places.freshName(name) ?? name);
  }

  async open(collection: CollectionShape, place: string): Promise<BulkBuild> {
    return BulkGeneration.open(collection, place);
  }

  async adopt(collection: CollectionShape, place: string): Promise<void> {
    this.guarded(place, () => this.generations.adopt(collection, this.places.nameOf(place)));
  }

  async discard(place: string): Promise<void> {
    this.guarded(place, () => this.generations.discard(this.places.nameOf(place)));
  }
}
