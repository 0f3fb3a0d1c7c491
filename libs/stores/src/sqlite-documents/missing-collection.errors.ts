import type { Generation } from '@linkage/event-sourcing';

export class MissingCollection extends Error {
  constructor(
    readonly collection: string,
    generation: Generation,
  ) {
    super(`There is no collection ${collection} that is ${generation}. Call ensure first.`);
    this.name = 'MissingCollection';
  }
}
