import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { ProblemException } from '../problems/problem-exception';
import { checkedBody } from './checked-body';
import { propertiesOf, type RequestClass, type RequestProperty } from './request-class';

/** Request classes of `@linkage/contracts` are checked by their decorators, after what is not theirs was refused. */
@Injectable()
export class RequestValidationPipe implements PipeTransform {
  async transform(value: unknown, { type, metatype, data }: ArgumentMetadata): Promise<unknown> {
    if (type === 'query' && metatype === String) return typeof value === 'string' ? value : undefined;
    if (type === 'param' && metatype === Number) return wholeNumber(value, data ?? type);
    const requestClass = metatype as RequestClass | undefined;
    const isChecked = (type === 'body' || type === 'query') && requestClass !== undefined;
    const properties = isChecked ? propertiesOf(requestClass) : undefined;
    if (!isChecked || !properties) return value;
    return checkedBody(type === 'query' ? known(value, properties) : value, requestClass, properties);
  }
}

/** It stays a text: Nest's own pipe makes the number of it. */
function wholeNumber(value: unknown, name: string): unknown {
  if (/^-?\d+$/.test(String(value))) return value;
  throw ProblemException.invalid(name, 'Give this as a whole number.');
}

/** A query may hold more than its route knows. */
const known = (query: unknown, properties: ReadonlyMap<string, RequestProperty>): object =>
  Object.fromEntries(Object.entries(query ?? {}).filter(([name]) => properties.has(name)));
