import { Injectable, ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { ProblemException } from '../problems/problem.exception';
import { fieldErrors } from './field-errors';

const needsObject = ({ type, metatype }: ArgumentMetadata): boolean =>
  type === 'body' && metatype !== undefined && metatype !== Object;

/** Request classes of `@linkage/contracts` are checked by their decorators; a missing body is one in which every field is missing. */
@Injectable()
export class RequestValidationPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      exceptionFactory: (errors) => {
        const fields = fieldErrors(errors);
        const detail =
          fields.length === 1 ? fields[0]?.message : `Change these: ${fields.map(({ field }) => field).join(', ')}.`;
        return new ProblemException({
          status: 400,
          code: 'invalid-request',
          detail: detail ?? 'This request cannot be understood.',
          errors: fields,
        });
      },
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (!needsObject(metadata)) return super.transform(value, metadata);
    const body = value ?? {};
    if (typeof body !== 'object' || Array.isArray(body))
      throw ProblemException.invalid('body', 'Send a JSON object, such as {"name": "…"}.');
    return super.transform(body, metadata);
  }
}
