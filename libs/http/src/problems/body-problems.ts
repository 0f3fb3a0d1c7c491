import type { BodyBounds } from '../bodies/body-bounds';
import { ProblemException, type ProblemDetails } from './problem-exception';

/** A body that is not even parsed, because of what it has too much of. */
export const bodyProblem = (excess: 'values' | 'depth', { values, depth }: BodyBounds): ProblemException =>
  ProblemException.invalid(
    'body',
    excess === 'depth'
      ? `Nest objects and lists at most ${depth} deep.`
      : `Send at most ${values} values at a time, counting those of objects and lists.`,
  );

const sizeOf = (bytes: number): string =>
  bytes >= 1_048_576 ? `${Math.floor(bytes / 1_048_576)} MB` : `${Math.floor(bytes / 1024)} kB`;

export const bodyTooLarge = (bytes: number): ProblemDetails => ({
  status: 413,
  code: 'body-too-large',
  detail: `The request is larger than ${sizeOf(bytes)}, which is all that this address takes. Send less at a time.`,
});
