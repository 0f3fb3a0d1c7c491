import { ProblemException } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';

const QUARTER_OF_AN_HOUR = 900;

/** Wrong keys are counted in this process, by address and over all addresses; a right one costs nothing. */
@Injectable()
export class OperatorAttempts {
  private readonly byAddress = new RateLimiterMemory({
    keyPrefix: 'operator',
    points: 10,
    duration: QUARTER_OF_AN_HOUR,
  });
  private readonly all = new RateLimiterMemory({ keyPrefix: 'operators', points: 100, duration: QUARTER_OF_AN_HOUR });

  /** @throws too-many-attempts, with the seconds to wait */
  async mayTry(address: string): Promise<void> {
    for (const [limiter, key] of [
      [this.byAddress, address],
      [this.all, 'all'],
    ] as const) {
      const tried = await limiter.get(key);
      if (tried && tried.consumedPoints >= limiter.points)
        throw ProblemException.tooManyAttempts(tried.msBeforeNext / 1_000);
    }
  }

  async wasWrong(address: string): Promise<void> {
    await this.byAddress.penalty(address);
    await this.all.penalty('all');
  }
}
