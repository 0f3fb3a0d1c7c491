import type { FieldError } from '@linkage/contracts';
import type { ValidationError } from 'class-validator';

/** Texts of class-validator that speak to programmers, said to people. */
const plain: Readonly<Record<string, string>> = {
  isString: 'Give this as text.',
  isNumber: 'Give this as a number.',
  isInt: 'Give this as a whole number.',
  isBoolean: 'Give this as true or false.',
  isArray: 'Give this as a list.',
};

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The most helpful one first. What is missing is not too short, and what is too long is not to be mended otherwise. */
const wanted = (value: unknown): readonly string[] => {
  if (isEmpty(value)) return ['isNotEmpty', 'isDefined'];
  return typeof value === 'string' ? ['maxLength'] : ['isString', 'isNumber', 'isInt', 'isBoolean', 'isArray'];
};

const isOfType = (name: string): boolean => /^is(String|Number|Int|Boolean|Array)$/.test(name);
const isOfLength = (name: string): boolean => /^(min|max)Length$/.test(name);

const messageOf = ({ constraints = {}, value }: ValidationError): string => {
  const names = Object.keys(constraints);
  const name =
    wanted(value).find((one) => names.includes(one)) ??
    names.find((one) => !isOfType(one) && !isOfLength(one)) ??
    names[0] ??
    '';
  const said = constraints[name] ?? '';
  return plain[name] ?? (/^[A-Z]/.test(said) ? said : 'This is not valid.');
};

/** One error per field, nested ones by their path (`rows.3.email`). Says nothing of the value that was sent. */
export const fieldErrors = (errors: readonly ValidationError[], under = ''): FieldError[] =>
  errors.flatMap((error) => [
    ...(error.constraints ? [{ field: `${under}${error.property}`, message: messageOf(error) }] : []),
    ...fieldErrors(error.children ?? [], `${under}${error.property}.`),
  ]);
