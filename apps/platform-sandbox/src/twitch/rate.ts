const windowMs = 60_000;
const most = 800;

interface Bucket {
  readonly points: number;
  readonly at: number;
}

/** Twitch's token bucket: 800 points for each app and user, which fill up within a minute. */
export class Rate {
  private readonly buckets = new Map<string, Bucket>();

  /** Takes a point. `isAllowed` false: there was none. */
  take(user: string, now: number): { readonly isAllowed: boolean; readonly headers: Readonly<Record<string, string>> } {
    const { points, at } = this.buckets.get(user) ?? { points: most, at: now };
    const filled = Math.min(most, points + (Math.max(0, now - at) * most) / windowMs);
    const isAllowed = filled >= 1;
    const left = isAllowed ? filled - 1 : filled;
    this.buckets.set(user, { points: left, at: now });
    return { isAllowed, headers: headersOf(left, now) };
  }

  /** What stands in the headers when the bucket is empty. */
  static empty(now: number): Readonly<Record<string, string>> {
    return headersOf(0, now);
  }
}

const headersOf = (left: number, now: number): Readonly<Record<string, string>> => ({
  'ratelimit-limit': String(most),
  'ratelimit-remaining': String(Math.floor(left)),
  'ratelimit-reset': String(Math.ceil((now + ((most - left) * windowMs) / most) / 1000)),
});
