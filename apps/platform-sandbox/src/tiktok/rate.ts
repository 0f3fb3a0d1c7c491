import { tooFast } from './errors';

const windowMs = 60_000;
const most = 600;

/** Calls of the last minute for each endpoint. TikTok's window slides, and no header tells how full it is. */
export class Rate {
  private readonly calls = new Map<string, number[]>();

  /** Counts one call. @throws ApiError for the 601st within a minute */
  count(endpoint: string, now: number): void {
    const recent = (this.calls.get(endpoint) ?? []).filter((at) => at > now - windowMs && at <= now);
    if (recent.length >= most) throw tooFast();
    recent.push(now);
    this.calls.set(endpoint, recent);
  }
}
