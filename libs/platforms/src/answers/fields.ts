import { z } from 'zod';
import type { Loss } from '../loss';
import { isoTime, isWebAddress } from '../mapping/reading';

/**
 * Schemas of answers. Each field is read for itself: one that is something else than the platform promises becomes a `Loss` and costs
 * nothing but itself. Fields that are not named here are ignored.
 */

/** Marks a field that could not be read, until the answer has its report (`settled`). */
export class Unread implements Loss {
  readonly lost = 'unexpected';
  readonly reportId = '';
  readonly retryAt = null;

  constructor(readonly what: string) {}
}

const kindOf = (raw: unknown): string => {
  if (raw === undefined) return 'nothing';
  if (raw === null) return 'null';
  return Array.isArray(raw) ? 'a list' : `a ${typeof raw}`;
};

const reader =
  <S extends z.ZodType>(what: string, schema: S) =>
  (raw: unknown): z.output<S> | Loss => {
    const read = schema.safeParse(raw);
    return read.success ? read.data : new Unread(`${what} was promised, ${kindOf(raw)} came`);
  };

/** A field that the platform may leave out. */
const field = <S extends z.ZodType>(what: string, schema: S) => z.unknown().transform(reader(what, schema)).optional();

/** The same field where the platform always has it: without it something is missing. */
export const always = <T>(of: z.ZodType<T>): z.ZodType<Exclude<T, undefined>> =>
  z
    .unknown()
    .optional()
    .transform((raw) => {
      const read = raw === undefined ? undefined : of.parse(raw);
      return (
        read === undefined ? new Unread(`${kindOf(raw)} came, where there always is something`) : read
      ) as Exclude<T, undefined>;
    });

const digits = /^\d+(\.\d+)?$/;
const number = z
  .union([z.number(), z.string().regex(digits).transform(Number)])
  .refine((amount) => amount >= 0 && amount <= Number.MAX_SAFE_INTEGER);

/** A number that is not negative and no more than can be counted, or with Google digits in a string. */
export const amount = field('a number', number);
/** A whole amount; integers may come printed as floats. */
export const count = field('a number', number.transform(Math.round));
/** An empty text counts as none. */
export const text = field(
  'a text',
  z.string().transform((said) => (said === '' ? undefined : said)),
);
/** An id: a text, or an integer of any length. */
export const id = field('an id', z.union([z.string().min(1), z.int().transform(String)]));
/** Where a list goes on: absent, `null` and empty all say that it does not. */
export const cursor = field(
  'a cursor',
  z
    .union([z.string(), z.int(), z.null()])
    .transform((said) => (said === null || said === '' ? undefined : String(said))),
);
export const flag = field('yes or no', z.boolean());
/** ISO 8601 UTC. */
export const time = field(
  'a time',
  z
    .string()
    .transform(isoTime)
    .refine((at) => at !== undefined),
);
/** Only http and https: these become links and pictures in a browser. */
export const webAddress = field(
  'a web address',
  z
    .string()
    .refine((said) => said === '' || isWebAddress(said))
    .transform((said) => (said === '' ? undefined : said)),
);
/** Cells of tables, which are of any kind. */
export const cell = field('a text or number', z.union([z.string(), z.number()]));

export const shape = <F extends z.ZodRawShape>(fields: F) => field('an object', z.object(fields));
/** A list in which each item is read for itself. */
export const list = <S extends z.ZodType>(item: S) => field('a list', z.array(item));
/** Values by name, each read for itself. */
export const byName = <S extends z.ZodType>(value: S) => field('an object', z.record(z.string(), value));
