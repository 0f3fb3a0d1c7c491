import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { SecretStore } from '@linkage/vault';
import { Inject, Injectable } from '@nestjs/common';
import { PROBED_FOR_MS } from './probe-time';

const PROBED = 'probed-account';
const MOST_REMEMBERED = 10_000;

interface LastProbe {
  /** The time (ms) that was due, as of `lastProbeTime`. */
  readonly time: number;
}

/** Which time of each account was used. In the vault, for all processes: an answer that changes nothing is no fact. */
@Injectable()
export class LastProbes {
  /** What the vault is known to say, so that it is read once for each time. */
  private readonly remembered = new Map<string, number>();

  constructor(
    private readonly secrets: SecretStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One from before the clock was set back does not count. */
  async isUsed(accountId: string, time: number): Promise<boolean> {
    const now = this.clock.now();
    const last =
      this.remembered.get(accountId) === time
        ? time
        : (await this.secrets.get<LastProbe>(PROBED, accountId, now))?.time;
    if (last === undefined || last < time || last > now.getTime()) return false;
    this.remember(accountId, time);
    return true;
  }

  async use(accountId: string, time: number): Promise<void> {
    const expiresAt = new Date(time + PROBED_FOR_MS);
    await this.secrets.put(PROBED, accountId, { time } satisfies LastProbe, { expiresAt });
    this.remember(accountId, time);
  }

  private remember(accountId: string, time: number): void {
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(accountId, time);
  }
}
