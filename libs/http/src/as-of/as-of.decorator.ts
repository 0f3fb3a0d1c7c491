import { AS_OF_HEADER } from '@linkage/contracts';
import { applyDecorators, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import { ApiBadRequestResponse, ApiOkResponse, ApiQuery } from '@nestjs/swagger';

const AS_OF = 'linkage:as-of';

/** This route can show its answer as of a moment: `?asOf=`. What it asks of read models and clock needs no change. */
export const AsOf = (): MethodDecorator =>
  applyDecorators(
    SetMetadata(AS_OF, true),
    ApiQuery({
      name: 'asOf',
      required: false,
      schema: { type: 'string', format: 'date-time' },
      description:
        'Show the state at this moment, read from the log. A time with its offset that is not in the future; absent: now.',
    }),
    ApiOkResponse({
      description: 'Done.',
      headers: {
        [AS_OF_HEADER]: {
          description: 'The moment that the answer is of, when one was asked for.',
          schema: { type: 'string', format: 'date-time' },
        },
      },
    }),
    ApiBadRequestResponse({ description: '`invalid-request`: `asOf` is no time, or is yet to come.' }),
  );

export const canShowThePast = (context: ExecutionContext, reflector: Reflector): boolean =>
  reflector.get<boolean | undefined>(AS_OF, context.getHandler()) === true;
