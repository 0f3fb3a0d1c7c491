import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { checkedBody } from './checked-body';
import { propertiesOf, type RequestClass } from './request-class';

/** Request classes of `@linkage/contracts` are checked by their decorators, after what is not theirs was refused. */
@Injectable()
export class RequestValidationPipe implements PipeTransform {
  async transform(value: unknown, { type, metatype }: ArgumentMetadata): Promise<unknown> {
    if (type === 'query' && metatype === String) return typeof value === 'string' ? value : undefined;
    const requestClass = metatype as RequestClass | undefined;
    const properties = type === 'body' && requestClass ? propertiesOf(requestClass) : undefined;
    return requestClass && properties ? checkedBody(value, requestClass, properties) : value;
  }
}
