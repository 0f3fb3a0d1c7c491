import { ProblemException, RequestValidationPipe } from '@linkage/http';
import type { Type } from '@nestjs/common';
import { UsageError } from './command-line';

/** What was typed, checked as the server checks it. @throws UsageError that names what is wrong */
export async function checkedRequest<Asked extends object>(requestClass: Type<Asked>, asked: Asked): Promise<Asked> {
  try {
    return (await new RequestValidationPipe().transform(asked, { type: 'body', metatype: requestClass })) as Asked;
  } catch (error) {
    if (!(error instanceof ProblemException)) throw error;
    const { detail, errors = [] } = error.problem;
    throw new UsageError(errors.map(({ field, message }) => `${field}: ${message}`).join(' ') || detail);
  }
}
