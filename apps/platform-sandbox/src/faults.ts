import { Bell } from './bell';
import type { PlatformTraits } from './world/platform-traits';
import type { PlatformId } from '@linkage/platform-guide';

/**
 * What a platform answers instead of the truth. `500` internal error · `429` rate limited (in the platform's own way) · `timeout` no
 * answer for 30 s, then the line is cut · `cut` half of the right answer, then the line is cut · `html` a gateway's page with 502 · `empty`
 * 200 and `{}` · `refused` as if the access had ended · `quota` the daily quota, where there is one.
 */
export const faultKinds = ['500', '429', 'timeout', 'cut', 'html', 'empty', 'refused', 'quota'] as const;
export type FaultKind = (typeof faultKinds)[number];
/** The kinds that each platform says in its own way. */
export type SpokenFault = '500' | '429' | 'refused' | 'quota';

export interface Fault {
  readonly kind: FaultKind;
  /** Calls that will still be hit; null: until cleared. */
  readonly left: number | null;
  /** Only calls to this host (`graph`, `analytics` …); null: to any. */
  readonly host: string | null;
  /** Only calls whose path has these words, such as `/insights`; null: to any. */
  readonly path: string | null;
}

export const kindsOf = ({ hasQuota }: PlatformTraits): readonly FaultKind[] =>
  hasQuota ? faultKinds : faultKinds.filter((kind) => kind !== 'quota');

/** One fault per platform at a time. Hits what servers call, never the pages that people see. */
export class Faults {
  private readonly set = new Map<PlatformId, Fault>();
  readonly changed = new Bell();

  of(platform: PlatformId): Fault | null {
    return this.set.get(platform) ?? null;
  }

  put(platform: PlatformId, fault: Fault): void {
    this.set.set(platform, fault);
    this.changed.ring();
  }

  clear(platform: PlatformId): void {
    this.set.delete(platform);
    this.changed.ring();
  }

  /** The fault that hits this call, used up by one. */
  take(platform: PlatformId, host: string, path: string): FaultKind | undefined {
    const fault = this.set.get(platform);
    if (!fault || (fault.host !== null && fault.host !== host)) return undefined;
    if (fault.path !== null && !path.includes(fault.path)) return undefined;
    if (fault.left !== null) {
      if (fault.left > 1) this.set.set(platform, { ...fault, left: fault.left - 1 });
      else this.set.delete(platform);
      this.changed.ring();
    }
    return fault.kind;
  }
}
