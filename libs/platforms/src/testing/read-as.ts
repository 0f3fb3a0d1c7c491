import type { z } from 'zod';
import { settle } from '../answers/settled';
import type { Loss } from '../loss';

/** In the place of what could not be read. */
export const aLoss: Loss = { lost: 'unexpected', reportId: 'r1', retryAt: null };

/** An answer as a connector reads it. */
export function readAs<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.parse(body);
  settle(parsed, aLoss);
  return parsed;
}
