import { DomainError } from '../facts/domain-error';
import type { FieldValue } from './collection-shape';
import type { Start } from './rows-query';

export interface Cursor extends Start {
  readonly backwards: boolean;
}

export const encodeCursor = ({ backwards, values, key, inclusive }: Cursor): string =>
  Buffer.from(JSON.stringify([backwards ? 1 : 0, inclusive ? 1 : 0, key, ...values])).toString('base64url');

/** @throws DomainError `invalid` when it is not a cursor of a list with so many sort fields */
export const decodeCursor = (text: string, fields: number): Cursor => {
  const parts = parsed(text);
  const [backwards, inclusive, key, ...values] = parts;
  if (typeof key !== 'string' || values.length !== fields || !values.every(isFieldValue)) throw invalid();
  return { backwards: backwards === 1, inclusive: inclusive === 1, key, values };
};

const parsed = (text: string): readonly unknown[] => {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    throw invalid();
  }
};

const isFieldValue = (value: unknown): value is FieldValue =>
  value === null || typeof value === 'string' || typeof value === 'number';

const invalid = (): DomainError =>
  new DomainError('invalid', 'invalid-request', 'This page does not exist. Start again at the first one.', {
    field: 'cursor',
  });
