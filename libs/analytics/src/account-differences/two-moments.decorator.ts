import { pastMoment, ProblemException } from '@linkage/http';
import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';

const time = { type: 'string', format: 'date-time' } as const;

/** Describes what `twoMoments` reads. */
export const ApiTwoMoments = (): MethodDecorator =>
  applyDecorators(
    ApiQuery({
      name: 'from',
      required: false,
      schema: time,
      description:
        'The earlier moment: a time with its offset, not in the future; absent: a week before the later one, or the first refresh if that is later',
    }),
    ApiQuery({ name: 'to', required: false, schema: time, description: 'The later moment; absent: now' }),
  );

/** @throws invalid-request: a moment is none, or yet to come, or they are the wrong way round */
export const twoMoments = (
  query: Record<string, unknown>,
  now: Date,
): { readonly from: Date | undefined; readonly to: Date | undefined } => {
  const [from, to] = [pastMoment(query, 'from', now), pastMoment(query, 'to', now)];
  if (from !== undefined && to !== undefined && from > to)
    throw ProblemException.invalid('from', 'This moment is later than the other one. Give the earlier one here.');
  return { from, to };
};
