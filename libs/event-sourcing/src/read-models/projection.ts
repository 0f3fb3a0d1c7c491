import type { Fact, Recorded } from '../facts/fact';
import type { CollectionShape } from './collection-shape';

/** For rows that are each about one subject: its past is then read from that subject's streams only. */
export interface ProjectionSubject {
  readonly field: string;
  of(key: string): string;
  streams(subject: string): readonly string[];
}

/** Pure: the same facts give the same rows, so it may be rebuilt at any time. */
export interface Projection<Row extends object, F extends Fact> {
  readonly name: string;
  readonly version: number;
  /** Prefixes, such as `invitation-`; an empty one means all streams. */
  readonly streams: readonly string[];
  /** Others in those streams are skipped. `any`: every fact, known or not, without its data. */
  readonly on: readonly F['type'][] | 'any';
  readonly collection: CollectionShape<Row>;
  readonly subject?: ProjectionSubject;
  key(fact: Recorded<F>): string | readonly string[] | null;
  /** Undefined removes the row. `key` is one of `key(fact)`. */
  project(row: Row | undefined, fact: Recorded<F>, key: string): Row | undefined;
}

interface ProjectionDeclaration<Row extends object, F extends Fact>
  extends Omit<Projection<Row, F>, 'collection'>, Omit<CollectionShape<Row>, 'name' | 'version'> {}

export const projection = <Row extends object, F extends Fact>(
  declaration: ProjectionDeclaration<Row, F>,
): Projection<Row, F> => {
  const { fields, indexes, search, searchParts, counts, ...rest } = declaration;
  const { name, version } = declaration;
  return {
    ...rest,
    collection: {
      name,
      version,
      fields,
      ...(indexes && { indexes }),
      ...(search && { search }),
      ...(searchParts && { searchParts }),
      ...(counts && { counts }),
    },
  };
};
