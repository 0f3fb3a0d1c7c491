import type { FieldError } from '@linkage/contracts';
import { validate } from 'class-validator';
import { ProblemException } from '../problems/problem-exception';
import { fieldErrors } from './field-errors';
import { invalidRequest } from './invalid-request';
import type { RequestClass, RequestProperty } from './request-class';

type Properties = ReadonlyMap<string, RequestProperty>;

/**
 * The body as an instance of its class. In this order, so that no work is done on what is refused anyway: is every key
 * known, is every text short enough, and what do the decorators say. A missing body is one in which every field is
 * missing.
 * @throws ProblemException that names each field and the cure
 */
export async function checkedBody(given: unknown, requestClass: RequestClass, properties: Properties): Promise<object> {
  const body = given ?? {};
  if (typeof body !== 'object' || Array.isArray(body))
    throw ProblemException.invalid('body', 'Send a JSON object, such as {"name": "…"}.');
  refuseUnknown(body, properties);
  const tooLong = tooLongIn(body, properties);
  const leftOut = new Set(tooLong.map(({ field }) => field));
  const isGiven = ([field, value]: [string, unknown]): boolean =>
    !leftOut.has(field) && (value !== null || properties.get(field)?.isOptional !== true);
  const rest = Object.fromEntries(Object.entries(body).filter(isGiven));
  const instance = Object.assign(new requestClass(), rest);
  const others = fieldErrors(await validate(instance)).filter(({ field }) => !leftOut.has(field));
  const errors = [...tooLong, ...others];
  if (errors.length > 0) throw invalidRequest(inOrder(errors, properties));
  return instance;
}

function refuseUnknown(body: object, properties: Properties): void {
  const unknown = Object.keys(body).filter((key) => !properties.has(key));
  if (unknown.length === 0) return;
  throw invalidRequest(unknown.map((field) => ({ field, message: 'This field is not known here. Leave it out.' })));
}

const tooLongIn = (body: object, properties: Properties): FieldError[] =>
  Object.entries(body).flatMap(([field, value]) => {
    const property = properties.get(field);
    return property && longestText(value) > property.longest ? [{ field, message: property.tooLong }] : [];
  });

/** Also within lists and objects that are of no use here; the body's depth is bounded. */
const longestText = (value: unknown): number => {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Math.max(0, ...Object.values(value).map(longestText));
};

const inOrder = (errors: readonly FieldError[], properties: Properties): FieldError[] => {
  const names = [...properties.keys()];
  return [...errors].sort((one, other) => names.indexOf(one.field) - names.indexOf(other.field));
};
