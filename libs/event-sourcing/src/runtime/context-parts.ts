import type { AnyFactCatalog } from '../facts/fact-catalog';
import type { Reactor } from '../reactions/reactor';
import type { Projection } from '../read-models/projection';

export interface ContextParts {
  readonly facts: AnyFactCatalog;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list of differently typed projections
  readonly projections: readonly Projection<any, any>[];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list of differently typed reactors
  readonly reactors?: readonly Reactor<any>[];
}
