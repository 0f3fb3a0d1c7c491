import type { FacebookUsage } from '@linkage/platforms/wire';
import { day } from '../world/growth';
import type { FacebookAccount } from './population';

/**
 * Calls of the last 24 h per Page, and per person in the last hour: the counts that stand in the headers of every
 * answer.
 */
export class Usage {
  private readonly calls = new Map<string, number[]>();

  /** Counts one call. @returns how many there were in the window */
  private count(id: string, now: number, windowMs: number): number {
    const recent = (this.calls.get(id) ?? []).filter((at) => at > now - windowMs && at <= now);
    this.calls.set(id, [...recent, now].slice(-5000));
    return recent.length + 1;
  }

  /** `X-Page-Usage`: of 4,800 calls a day for each engaged person. */
  ofPage({ pageId, person }: FacebookAccount, now: number): Record<string, string> {
    const budget = 4800 * Math.max(1, person.followers / 100);
    const usage = usageOf(this.count(pageId, now, day), budget);
    const business = { [pageId]: [{ type: 'pages', ...usage, estimated_time_to_regain_access: 0 }] };
    return { 'x-page-usage': JSON.stringify(usage), 'x-business-use-case-usage': JSON.stringify(business) };
  }

  /** `X-App-Usage`: of 200 calls an hour for each person. */
  ofApp({ userId }: FacebookAccount, now: number): Record<string, string> {
    return { 'x-app-usage': JSON.stringify(usageOf(this.count(userId, now, day / 24), 200)) };
  }
}

const usageOf = (calls: number, budget: number): FacebookUsage => {
  const percent = Math.min(99, Math.floor((100 * calls) / budget));
  return { call_count: percent, total_cputime: Math.floor(percent / 3), total_time: Math.floor(percent / 2) };
};
