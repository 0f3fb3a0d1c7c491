import type { PlatformId } from '@linkage/platform-guide';

/** What platforms do by themselves when a person has taken access back on their pages. */
export class Withdrawals {
  private readonly hearers = new Map<PlatformId, (person: string) => Promise<void>>();

  /** One for each platform. */
  hear(platform: PlatformId, hearer: (person: string) => Promise<void>): void {
    this.hearers.set(platform, hearer);
  }

  async tell(platform: PlatformId, person: string): Promise<void> {
    await this.hearers.get(platform)?.(person);
  }
}
