import { ProblemException } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const minutes = (count: number): number => count * 60;

/** IPv6 by its network: one household or attacker has 2^64 addresses. */
const networkOf = (address: string): string =>
  address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;

/**
 * How often one may try. Counted in this process: with several processes each counts for itself. A right password clears the account's
 * count for that address, so that only guessing is slowed down; the count over all addresses stops a guess from many places.
 */
@Injectable()
export class AttemptLimits {
  private readonly byAccountAndAddress = new RateLimiterMemory({
    keyPrefix: 'pair',
    points: 10,
    duration: minutes(15),
  });
  private readonly byAccount = new RateLimiterMemory({ keyPrefix: 'account', points: 50, duration: minutes(60) });
  private readonly byAddress = new RateLimiterMemory({ keyPrefix: 'address', points: 100, duration: minutes(15) });
  private readonly registrations = new RateLimiterMemory({
    keyPrefix: 'registration',
    points: 60,
    duration: minutes(60),
  });

  /** @throws too-many-attempts, with the seconds to wait */
  async countSignIn(account: string, address: string): Promise<void> {
    await consume(this.byAddress, networkOf(address));
    await consume(this.byAccountAndAddress, `${account} ${networkOf(address)}`);
    await consume(this.byAccount, account);
  }

  async signedIn(account: string, address: string): Promise<void> {
    await this.byAccountAndAddress.delete(`${account} ${networkOf(address)}`);
    await this.byAccount.reward(account);
    await this.byAddress.reward(networkOf(address));
  }

  /** @throws too-many-attempts, with the seconds to wait */
  async countRegistration(address: string): Promise<void> {
    await consume(this.registrations, networkOf(address));
  }
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw ProblemException.tooManyAttempts(refusal.msBeforeNext / 1000);
    throw refusal;
  }
}
