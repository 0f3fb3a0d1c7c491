import { LONGEST_EMAIL } from '@linkage/contracts';
import { getMetadataStorage } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata';

export type RequestClass = new () => object;

/** More than any text of a form has. A property that takes more says so by `@MaxLength`. */
export const LONGEST_TEXT = 1_000;

/** What the decorators of a request class say of one property, as far as it is looked at before they run. */
export interface RequestProperty {
  readonly longest: number;
  readonly tooLong: string;
  /** By `@IsOptional()`, for which null is no value; where it is one, `@ValidateIf()` says so. */
  readonly isOptional: boolean;
}

type Properties = ReadonlyMap<string, RequestProperty>;

const known = new WeakMap<RequestClass, Properties | undefined>();

/**
 * The properties that a request class declares, in their order; undefined: it declares none, so it is no request class.
 */
export function propertiesOf(requestClass: RequestClass): Properties | undefined {
  if (!known.has(requestClass)) known.set(requestClass, readProperties(requestClass));
  return known.get(requestClass);
}

function readProperties(requestClass: RequestClass): Properties | undefined {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(requestClass, '', false, false);
  if (metadata.length === 0) return undefined;
  const names = [...new Set(metadata.map(({ propertyName }) => propertyName))];
  return new Map(
    names.map((name) => [
      name,
      propertyOf(
        requestClass.name,
        name,
        metadata.filter((one) => one.propertyName === name),
      ),
    ]),
  );
}

function propertyOf(className: string, name: string, metadata: readonly ValidationMetadata[]): RequestProperty {
  if (metadata.some(({ type }) => type === 'nestedValidation'))
    throw new Error(
      `${className}.${name}: request classes are flat. Teach checked-body.ts nested ones before you declare one.`,
    );
  const limit = metadata.find((one) => one.name === 'maxLength');
  const isEmail = metadata.some((one) => one.name === 'isEmailAddress');
  const longest = Number(limit?.constraints?.[0] ?? (isEmail ? LONGEST_EMAIL : LONGEST_TEXT));
  return {
    longest,
    isOptional: metadata.some((one) => one.name === 'isOptional'),
    tooLong: typeof limit?.message === 'string' ? limit.message : `Use at most ${longest} characters.`,
  };
}
