import { ValidateBy } from 'class-validator';
import { MOST_ROWS_IN_PART } from '../invitation-imports';

const isList = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.length > 0 && value.length <= MOST_ROWS_IN_PART;

const isRow = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 3) return false;
  const { line, name, email } = value as Readonly<Record<string, unknown>>;
  return Number.isSafeInteger(line) && typeof name === 'string' && typeof email === 'string';
};

/** The field must be a list of rows, as `CreatorRow` has them; what is in their texts is judged later. */
export const AreCreatorRows = (): PropertyDecorator =>
  ValidateBy({
    name: 'areCreatorRows',
    validator: {
      validate: (value: unknown) => isList(value) && value.every(isRow),
      defaultMessage: () => `Give 1 to ${MOST_ROWS_IN_PART} rows, each with line, name and email.`,
    },
  });

/** The field must be a list of texts. */
export const AreTexts = (): PropertyDecorator =>
  ValidateBy({
    name: 'areTexts',
    validator: {
      validate: (value: unknown) => isList(value) && value.every((one) => typeof one === 'string'),
      defaultMessage: () => `Give 1 to ${MOST_ROWS_IN_PART} texts.`,
    },
  });
