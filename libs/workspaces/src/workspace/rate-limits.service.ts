import { clientOf, ProblemException } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const minutes = (count: number): number => count * 60;

/** Where a sign-in comes from. */
export interface Visitor {
  readonly address: string;
  /** The browser's own name, when it has signed in to this account before. */
  readonly browser: string | undefined;
}

/** One counted attempt. */
export interface Attempt {
  /** The password was right: only guessing is slowed down. */
  succeeded(): Promise<void>;
}

/**
 * How often one may try. Counted in this process: with several processes each counts for itself. A browser that is
 * known to the account has a budget of its own, which no stranger can use up. Strangers are counted by address, by
 * account, and by both: the count over all addresses stops a guess from many places.
 */
@Injectable()
export class RateLimits {
  private readonly byBrowser = new RateLimiterMemory({ keyPrefix: 'browser', points: 10, duration: minutes(15) });
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

  private readonly preferences = new RateLimiterMemory({
    keyPrefix: 'preferences',
    points: 120,
    duration: minutes(60),
  });

  private readonly mailPauses = new RateLimiterMemory({ keyPrefix: 'mail-pause', points: 1, duration: minutes(1) });
  private readonly mailsOfDay = new RateLimiterMemory({
    keyPrefix: 'mail-day',
    points: 10,
    duration: minutes(24 * 60),
  });

  /** @throws too-many-attempts, with the seconds to wait */
  async countSignIn(account: string, { address, browser }: Visitor): Promise<Attempt> {
    const known = browser === undefined ? undefined : `${account} ${browser}`;
    if (known !== undefined && (await isWithin(this.byBrowser, known)))
      return { succeeded: async () => void (await this.byBrowser.delete(known)) };
    const client = clientOf(address);
    await consume(this.byAddress, client);
    await consume(this.byAccountAndAddress, `${account} ${client}`);
    await consume(this.byAccount, account);
    return {
      succeeded: async () => {
        await this.byAccountAndAddress.delete(`${account} ${client}`);
        await this.byAccount.reward(account);
        await this.byAddress.reward(client);
      },
    };
  }

  /**
   * Mails that the reader of one address gets on request of anyone that knows it.
   * @throws too-many-attempts, with the seconds to wait
   */
  async countMailTo(place: string): Promise<void> {
    await consume(this.mailPauses, place);
    await consume(this.mailsOfDay, place);
  }

  /** Those that a signed-in member asks for: strangers cannot use them up. @throws too-many-attempts */
  countOwnMail(place: string): Promise<void> {
    return this.countMailTo(`own ${place}`);
  }

  /**
   * Each change of preferences, and of a saved view, is a fact for ever.
   * @throws too-many-attempts, with the seconds to wait
   */
  async countPreferences(memberId: string): Promise<void> {
    await consume(this.preferences, memberId);
  }

  /** @throws too-many-attempts, with the seconds to wait */
  async countRegistration(address: string): Promise<void> {
    await consume(this.registrations, clientOf(address));
  }
}

async function isWithin(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
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
