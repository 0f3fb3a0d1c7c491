import type { FastifyReply } from 'fastify';
import { hour } from '../world/growth';
import { tooFast } from './errors';

const windowMs = hour / 4;
/** Calls of one user in 15 minutes. */
const limits: Readonly<Record<string, number>> = {
  '/2/users/me': 75,
  '/2/users/:id/tweets': 900,
  '/2/tweets': 5_000,
};

/** Windows of 15 minutes for each user and endpoint. Each answer says how many calls are left. */
export class RateWindows {
  private readonly windows = new Map<string, { readonly endsAt: number; count: number }>();

  /** Counts one call and says so in the answer's headers. @throws ApiError 429 for one too many */
  count(endpoint: string, person: string, now: number, reply: FastifyReply): void {
    const key = `${endpoint} ${person}`;
    const known = this.windows.get(key);
    const window = known && known.endsAt > now ? known : { endsAt: now + windowMs, count: 0 };
    window.count += 1;
    this.windows.set(key, window);
    const limit = limits[endpoint] ?? 900;
    void reply.headers({
      'x-rate-limit-limit': String(limit),
      'x-rate-limit-remaining': String(Math.max(0, limit - window.count)),
      'x-rate-limit-reset': String(Math.ceil(window.endsAt / 1000)),
    });
    if (window.count > limit) throw tooFast();
  }
}
