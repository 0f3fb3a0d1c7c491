import type { InstagramUsage } from '@linkage/platforms/wire';
import type { InstagramAccount } from './population';
import { day } from '../world/growth';

/** Calls of the last 24 h per account; the platform's own count that is in the header of every answer. */
export class Usage {
  private readonly calls = new Map<string, number[]>();

  /** Counts one call. */
  count(account: InstagramAccount, now: number): void {
    const recent = (this.calls.get(account.userId) ?? []).filter((at) => at > now - day && at <= now);
    this.calls.set(account.userId, [...recent, now].slice(-5000));
  }

  /**
   * `X-Business-Use-Case-Usage`: percent of 4,800 calls a day for each impression, of which small accounts have few.
   */
  header(account: InstagramAccount): string {
    const budget = 4800 * Math.max(1, account.person.followers / 100);
    const percent = Math.min(99, Math.floor((100 * (this.calls.get(account.userId)?.length ?? 0)) / budget));
    const usage: InstagramUsage = {
      [account.userId]: [
        {
          type: 'instagram',
          call_count: percent,
          total_cputime: Math.floor(percent / 3),
          total_time: Math.floor(percent / 2),
          estimated_time_to_regain_access: 0,
        },
      ],
    };
    return JSON.stringify(usage);
  }
}
