import type { PlatformId } from '@linkage/platform-guide';

/** How often servers have called one endpoint for one person. */
export interface Counted {
  readonly platform: PlatformId;
  /** Id of the person whose token was used; '' without one. */
  readonly person: string;
  readonly method: string;
  /** The path, with `:id` in the place of each number. */
  readonly endpoint: string;
  readonly count: number;
}

/** Counts all calls since the start, in order of their first time. */
export class Tally {
  private readonly counts = new Map<string, Counted>();

  add(call: Omit<Counted, 'count'>): void {
    const name = [call.platform, call.person, call.method, call.endpoint].join(' ');
    this.counts.set(name, { ...call, count: (this.counts.get(name)?.count ?? 0) + 1 });
  }

  all(): readonly Counted[] {
    return [...this.counts.values()];
  }
}
