import { DomainError } from '@linkage/event-sourcing';
import { Injectable, Optional } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** So many starts in so many seconds. */
interface Limit {
  readonly points: number;
  readonly duration: number;
}

const usual: readonly Limit[] = [
  { points: 10, duration: 60 },
  { points: 30, duration: 3_600 },
];

/**
 * How often one link may start a connection: far more than a person needs. Counted in this process; with several each
 * counts for itself.
 */
@Injectable()
export class StartLimits {
  private readonly limiters: readonly RateLimiterMemory[];

  constructor(@Optional() limits: readonly Limit[] = usual) {
    this.limiters = limits.map((limit, index) => new RateLimiterMemory({ keyPrefix: `starts-${index}`, ...limit }));
  }

  /** @throws too-many-attempts, with the seconds to wait */
  async count(invitationId: string): Promise<void> {
    for (const limiter of this.limiters) {
      try {
        await limiter.consume(invitationId);
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes)
          throw tooManyStarts(Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)));
        throw refusal;
      }
    }
  }
}

const tooManyStarts = (retryAfterSeconds: number): DomainError => {
  const seconds = `${retryAfterSeconds} ${retryAfterSeconds === 1 ? 'second' : 'seconds'}`;
  const wait = retryAfterSeconds < 90 ? seconds : `${Math.ceil(retryAfterSeconds / 60)} minutes`;
  return new DomainError(
    'too-often',
    'too-many-attempts',
    `Connect was pressed very often with this link. Try again in ${wait}.`,
    { retryAfterSeconds },
  );
};
