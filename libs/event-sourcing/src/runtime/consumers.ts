import type { Observable } from 'rxjs';
import type { FactCatalog } from '../fact-catalog';
import type { Fact, Position } from '../fact';
import type { Projection } from '../projection';
import type { Reactor } from '../reactor';

/** What a context brings: its facts, its read models and its reactions. Called once, from the constructor of the context's module. */
export interface ContextParts {
  readonly facts: FactCatalog<Fact>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list of differently typed projections
  readonly projections: readonly Projection<any, any>[];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list of differently typed reactors
  readonly reactors?: readonly Reactor<any>[];
}

/** Rows of a read model that have just changed, after they can be read. */
export interface ReadModelChange {
  readonly projection: string;
  readonly workspaceId: string;
  readonly keys: readonly string[];
  readonly position: Position;
}

/** Everything that reads the log: projections and reactors are registered here and started with the application. */
export abstract class Consumers {
  abstract add(parts: ContextParts): void;
  abstract readonly changes: Observable<ReadModelChange>;
}
