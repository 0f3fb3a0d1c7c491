import { z } from 'zod';
import type { Loss } from '../loss';
import { isoTime, isWebAddress } from '../mapping/reading';

/**
 * Schemas of answers. Each field is read for itself: one that is something else than the platform promises becomes a
 * `Loss` and costs nothing but itself. Fields that are not named here are ignored.
 */

/** Marks a field that could not be read, until the answer has its report (`settled`). */
export class Unread implements Loss {
  readonly lost = 'unexpected';
  readonly reportId = '';
  readonly retryAt = null;

  /** How many there ever were: an answer that adds none need not be searched for them. */
  static made = 0;

  constructor(readonly what: string) {
    Unread.made += 1;
  }
}

const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const kindOf = (raw: unknown): string => {
  if (raw === undefined) return 'nothing';
  if (raw === null) return 'null';
  return Array.isArray(raw) ? 'a list' : `a ${typeof raw}`;
};

/** Stands for a value that is something else than the platform promises. */
const NOT_IT = Symbol('not as promised');
type Reading<T> = (raw: unknown) => T | typeof NOT_IT;

/**
 * How each field is read. A reading has tens of thousands of them: a chain of zod schemas for each costs more than the
 * calls themselves.
 */
const readings = new WeakMap<z.ZodType, (raw: unknown) => unknown>();

const known = <S extends z.ZodType>(schema: S, reading: (raw: unknown) => unknown): S => {
  readings.set(schema, reading);
  return schema;
};

const readingOf = (schema: z.ZodType): ((raw: unknown) => unknown) =>
  readings.get(schema) ?? ((raw) => schema.parse(raw));

/** A field that the platform may leave out. */
const field = <T>(what: string, reading: Reading<T>) => {
  const read = (raw: unknown): T | Loss => {
    const found = reading(raw);
    return found === NOT_IT ? new Unread(`${what} was promised, ${kindOf(raw)} came`) : found;
  };
  return known(z.unknown().transform(read).optional(), (raw) => (raw === undefined ? undefined : read(raw)));
};

/** The same field where the platform always has it: without it something is missing. */
export const always = <T>(of: z.ZodType<T>): z.ZodType<Exclude<T, undefined>> => {
  const reading = readingOf(of);
  const read = (raw: unknown) => {
    const found = raw === undefined ? undefined : reading(raw);
    return (
      found === undefined ? new Unread(`${kindOf(raw)} came, where there always is something`) : found
    ) as Exclude<T, undefined>;
  };
  return known(z.unknown().optional().transform(read), read);
};

/** The same field where `null` says nothing else than that there is none. */
export const orNull = <T>(of: z.ZodType<T>): z.ZodType<T | undefined> => {
  const reading = readingOf(of) as (raw: unknown) => T | undefined;
  const read = (raw: unknown): T | undefined => (raw === null ? undefined : reading(raw));
  return known(z.unknown().optional().transform(read), read);
};

const digits = /^\d+(\.\d+)?$/;

/** A number, or with Google digits in a string; not negative and no more than can be counted. */
const amountIn = (raw: unknown): number | undefined => {
  const said = typeof raw === 'string' && digits.test(raw) ? Number(raw) : raw;
  return typeof said === 'number' && said >= 0 && said <= Number.MAX_SAFE_INTEGER ? said : undefined;
};

/** An empty text counts as none. */
const said = (text: string): string | undefined => (text === '' ? undefined : text);

export const amount = field('a number', (raw) => amountIn(raw) ?? NOT_IT);
/** A whole amount; integers may come printed as floats. */
export const count = field('a number', (raw) => {
  const found = amountIn(raw);
  return found === undefined ? NOT_IT : Math.round(found);
});
export const text = field('a text', (raw) => (typeof raw === 'string' ? said(raw) : NOT_IT));
/** A text that may be empty. */
export const wording = field('a text', (raw) => (typeof raw === 'string' ? raw : NOT_IT));
/** An id: a text, or an integer of any length. */
export const id = field('an id', (raw) => {
  if (Number.isSafeInteger(raw)) return String(raw);
  return typeof raw === 'string' && raw !== '' ? raw : NOT_IT;
});
/** Where a list goes on: absent, `null` and empty all say that it does not. */
export const cursor = field('a cursor', (raw) => {
  if (raw === null) return undefined;
  if (Number.isSafeInteger(raw)) return String(raw);
  return typeof raw === 'string' ? said(raw) : NOT_IT;
});
export const flag = field('yes or no', (raw) => (typeof raw === 'boolean' ? raw : NOT_IT));
/** ISO 8601 UTC. */
export const time = field('a time', (raw) => (typeof raw === 'string' ? (isoTime(raw) ?? NOT_IT) : NOT_IT));
/** ISO 8601 UTC, from seconds since 1970. */
export const unixTime = field('seconds since 1970', (raw) => {
  const seconds = amountIn(raw);
  return seconds !== undefined && seconds < 1e11 ? new Date(seconds * 1000).toISOString() : NOT_IT;
});
/** Only http and https: these become links and pictures in a browser. */
export const webAddress = field('a web address', (raw) =>
  typeof raw === 'string' && (raw === '' || isWebAddress(raw)) ? said(raw) : NOT_IT,
);
/** Cells of tables, which are of any kind. */
export const cell = field('a text or number', (raw) =>
  typeof raw === 'string' || Number.isFinite(raw) ? (raw as string | number) : NOT_IT,
);

export const shape = <F extends z.ZodRawShape>(fields: F) => {
  const each = Object.entries(fields).map(([name, of]) => [name, readingOf(of as z.ZodType)] as const);
  return field<z.output<z.ZodObject<F>>>('an object', (raw) => {
    if (!isObject(raw)) return NOT_IT;
    const read: Record<string, unknown> = {};
    for (const [name, reading] of each) {
      const found = reading(raw[name]);
      if (found !== undefined) read[name] = found;
    }
    return read as z.output<z.ZodObject<F>>;
  });
};
/** A list in which each item is read for itself. */
export const list = <S extends z.ZodType>(item: S) => {
  const reading = readingOf(item) as (raw: unknown) => z.output<S>;
  return field('a list', (raw) => (Array.isArray(raw) ? raw.map((each: unknown) => reading(each)) : NOT_IT));
};
/** Values by name, each read for itself. */
export const byName = <S extends z.ZodType>(value: S) => {
  const reading = readingOf(value) as (raw: unknown) => z.output<S>;
  return field<Record<string, z.output<S>>>('an object', (raw) =>
    isObject(raw)
      ? Object.fromEntries(Object.entries(raw).map(([name, each]) => [name, reading(each)] as const))
      : NOT_IT,
  );
};
