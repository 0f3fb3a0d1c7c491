import type { CollectionShape, FieldValue } from '@linkage/event-sourcing';
import { SEARCH_VERSION } from './search-index';

export interface TableShape {
  readonly fields: Readonly<Record<string, 'text' | 'number'>>;
  readonly indexes: readonly (readonly string[])[];
  readonly search: readonly string[];
  readonly counts: readonly (readonly string[])[];
  /** `SEARCH_VERSION`. Absent where there are none, and in version 1. */
  readonly words?: string;
  /** Absent where only beginnings of words are found. */
  readonly parts?: true;
}

export const shapeOf = (collection: CollectionShape): TableShape => {
  const { name, fields, indexes = [], search = [], searchParts = false, counts = [] } = collection;
  const declared = fields as TableShape['fields'];
  for (const field of [...Object.keys(declared), ...search]) {
    if (!/^[A-Za-z]\w*$/.test(field)) throw new TypeError(`${name}: ${field} is no name for a field.`);
  }
  for (const field of [...indexes, ...counts].flat()) {
    if (!(field in declared))
      throw new TypeError(`${name}: ${field} is indexed or counted but not declared in fields.`);
  }
  // The total is always counted: the operator's page shows it.
  const all = counts.some((combination) => combination.length === 0) ? counts : [...counts, []];
  const words = search.length > 0 && { words: SEARCH_VERSION, ...(searchParts && { parts: true as const }) };
  return { fields: declared, indexes, search, counts: all, ...words };
};

export const columnOf = (field: string): string => `"f_${field}"`;

/** An absent value is null. @throws TypeError when it is not of the declared type */
export const fieldValue = (
  row: Readonly<Record<string, unknown>>,
  field: string,
  type: 'text' | 'number',
): FieldValue => {
  const value = row[field] ?? null;
  if (value === null) return null;
  if (typeof value === (type === 'text' ? 'string' : 'number')) return value as FieldValue;
  throw new TypeError(`The field ${field} is declared as ${type} but holds a ${typeof value}.`);
};

/** Divides the full-text index, so that a search in one workspace does not read another's words. */
export const scopeOf = ({ fields, indexes }: TableShape): string | undefined => {
  const first = indexes[0]?.[0];
  return first !== undefined && fields[first] === 'text' && indexes.every((index) => index[0] === first)
    ? first
    : undefined;
};
