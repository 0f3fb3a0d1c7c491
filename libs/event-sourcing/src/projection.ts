import type { Fact, Recorded } from './fact';
import type { CollectionShape } from './read-store.port';

/** For a read model whose rows are each about one subject, such as an account: a subject's past is then read from these streams only. */
export interface ProjectionSubject {
  /** The field that names the subject, where pages and counts are asked by it. */
  readonly field: string;
  /** The subject of the row with this key. */
  of(key: string): string;
  /** Prefixes of all streams that say anything about the subject. */
  streams(subject: string): readonly string[];
}

/**
 * A read model and how facts make it. Pure: the same facts always give the same rows, so it may be rebuilt at any time.
 * `projection()` derives the collection (`name`, `version`) for the read store.
 */
export interface Projection<Row extends object, F extends Fact> {
  readonly name: string;
  readonly version: number;
  /** Prefixes of the streams whose facts it folds, such as `invitation-`; the empty one is every stream's. */
  readonly streams: readonly string[];
  /** The fact types it folds; others in those streams are passed over. `any`: of every fact, known or not, what stands beside its data, which is left out. */
  readonly on: readonly F['type'][] | 'any';
  readonly collection: CollectionShape<Row>;
  readonly subject?: ProjectionSubject;
  /** Key of the row (or rows) that the fact changes; null: none. */
  key(fact: Recorded<F>): string | readonly string[] | null;
  /** The row after the fact; undefined when there is none (any more). `key` is one of those that `key(fact)` gave. */
  project(row: Row | undefined, fact: Recorded<F>, key: string): Row | undefined;
}

export interface ProjectionDeclaration<Row extends object, F extends Fact>
  extends Omit<Projection<Row, F>, 'collection'>, Omit<CollectionShape<Row>, 'name' | 'version'> {}

/** Declares a projection: what it reads, the row it keeps and what the row is filtered, sorted and counted by. */
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
