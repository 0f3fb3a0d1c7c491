import type { FieldError, RowFault } from '@linkage/contracts';
import { DomainError } from '@linkage/event-sourcing';

/** So many faults are named in one answer. */
const MOST_NAMED = 1_000;

export interface FaultyRow {
  /** From 0, over all parts. */
  readonly index: number;
  readonly line: number;
  readonly faults: readonly RowFault[];
}

const fieldErrors = (rows: readonly FaultyRow[]): readonly FieldError[] =>
  rows
    .flatMap(({ index, line, faults }) =>
      faults.map(({ field, message }) => ({ field: `rows.${index}.${field}`, message: `Line ${line}: ${message}` })),
    )
    .slice(0, MOST_NAMED);

export const rowsRefused = (rows: readonly FaultyRow[], all: number): DomainError =>
  new DomainError(
    'rule-broken',
    'rows-refused',
    rows.length === all
      ? 'None of the rows can be sent. Nothing was uploaded.'
      : `${rows.length} of ${all} rows cannot be sent, so nothing was uploaded. Mend them, or send the others only.`,
    { errors: fieldErrors(rows) },
  );

export const rowsMissing = (part: number): DomainError =>
  new DomainError('rule-broken', 'rows-missing', `Part ${part + 1} of the rows has not arrived. Upload it again.`, {
    field: `parts.${part}`,
  });

export const tooManyRows = (most: number): DomainError =>
  new DomainError('invalid', 'invalid-request', `Send at most ${most} rows in one import.`, { field: 'parts' });
