import { CLOCK, type Clock } from '@linkage/event-sourcing';
import type { PlatformId } from '@linkage/published-facts';
import { Inject, Injectable } from '@nestjs/common';

const [minute, hour] = [60_000, 3_600_000];

/**
 * When this process looks again whether a platform posts to its webhook: every hour; until it does, sooner, and ever
 * later.
 */
@Injectable()
export class WebhookRounds {
  /** `vain`: so many times in a row it did not. */
  private readonly last = new Map<PlatformId, { readonly at: number; readonly vain: number }>();

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  isDue(platform: PlatformId): boolean {
    const last = this.last.get(platform);
    const now = this.now;
    return last === undefined || last.at > now || now - last.at >= waitAfter(last.vain);
  }

  /** It posts. */
  stands(platform: PlatformId): void {
    this.last.set(platform, { at: this.now, vain: 0 });
  }

  /** It does not, as yet. */
  waits(platform: PlatformId): void {
    this.last.set(platform, { at: this.now, vain: (this.last.get(platform)?.vain ?? 0) + 1 });
  }

  lookAgain(platform: PlatformId): void {
    this.last.delete(platform);
  }

  private get now(): number {
    return this.clock.now().getTime();
  }
}

const waitAfter = (vain: number): number => (vain === 0 ? hour : Math.min(hour, minute * 2 ** (vain - 1)));
