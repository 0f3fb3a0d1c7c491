import type { Fact, Recorded } from './fact';
import type { CollectionShape } from './read-store.port';

/**
 * For a read model whose rows are each about one subject, such as an account: its past is then read from that
 * subject's streams only.
 */
export interface ProjectionSubject {
  /** The field that names the subject in pages and counts. */
  readonly field: string;
  /** The subject of the row with this key. */
  of(key: string): string;
  /** Prefixes of all streams about the subject. */
  streams(subject: string): readonly string[];
}

/**
 * A read model and how facts make it. Pure: the same facts give the same rows, so it may be rebuilt at any time.
 * `projection()` derives the collection (`name`, `version`) for the read store.
 */
export interface Projection<Row extends object, F extends Fact> {
  readonly name: string;
  readonly version: number;
  /** Stream name prefixes, such as `invitation-`; an empty one means all streams. */
  readonly streams: readonly string[];
  /** Fact types to fold; others in those streams are skipped. `any`: every fact, known or not, without its data. */
  readonly on: readonly F['type'][] | 'any';
  readonly collection: CollectionShape<Row>;
  readonly subject?: ProjectionSubject;
  /** Key of the row (or rows) that the fact changes; null: none. */
  key(fact: Recorded<F>): string | readonly string[] | null;
  /** The row after the fact; undefined removes it. `key` is one of `key(fact)`. */
  project(row: Row | undefined, fact: Recorded<F>, key: string): Row | undefined;
}

export interface ProjectionDeclaration<Row extends object, F extends Fact>
  extends Omit<Projection<Row, F>, 'collection'>, Omit<CollectionShape<Row>, 'name' | 'version'> {}

/** Declares a projection: its facts, its row, and the fields to filter, sort and count by. */
export const projection = <Row extends object, F extends Fact>(
  declaration: ProjectionDeclaration<Row, F>,
): Projection<Row, F> => {
  const { fields, indexes, search, counts, ...rest } = declaration;
  const { name, version } = declaration;
  return {
    ...rest,
    collection: {
      name,
      version,
      fields,
      ...(indexes && { indexes }),
      ...(search && { search }),
      ...(counts && { counts }),
    },
  };
};
