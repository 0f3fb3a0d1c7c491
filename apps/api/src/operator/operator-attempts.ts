import { clientOf, isFromThisMachine, ProblemException } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';

const QUARTER_OF_AN_HOUR = 900;

/**
 * Wrong keys are counted in this process, by address and over all addresses; a right one costs nothing. What asks from
 * this machine is not counted: it can read the data folder or has the key already, and strangers must not lock the
 * command line out.
 */
@Injectable()
export class OperatorAttempts {
  private readonly byAddress = new RateLimiterMemory({
    keyPrefix: 'operator',
    points: 10,
    duration: QUARTER_OF_AN_HOUR,
  });
  private readonly all = new RateLimiterMemory({ keyPrefix: 'operators', points: 100, duration: QUARTER_OF_AN_HOUR });

  /** @throws too-many-attempts, with the seconds to wait */
  async check(request: FastifyRequest): Promise<void> {
    if (isFromThisMachine(request)) return;
    for (const [limiter, key] of [
      [this.byAddress, clientOf(request.ip)],
      [this.all, 'all'],
    ] as const) {
      const tried = await limiter.get(key);
      if (tried && tried.consumedPoints >= limiter.points)
        throw ProblemException.tooManyAttempts(tried.msBeforeNext / 1_000);
    }
  }

  async recordFailure(request: FastifyRequest): Promise<void> {
    if (isFromThisMachine(request)) return;
    await this.byAddress.penalty(clientOf(request.ip));
    await this.all.penalty('all');
  }
}
