import { Bell } from './bell';
import { appFaults, faultKinds, type FaultKind } from './fault-kinds';
import type { PlatformTraits } from './world/platform-traits';
import type { PlatformId } from '@linkage/platform-guide';

/**
 * What is no call of the API, but a picture. A fault that is limited to it strikes pictures only, and any other one
 * strikes none.
 */
export const PICTURES = 'pictures';

export interface Fault {
  readonly kind: FaultKind;
  /** Calls that will still be hit; null: until cleared. */
  readonly left: number | null;
  /** Only calls to this host (`graph`, `analytics` …); null: to any. */
  readonly host: string | null;
  /** Only calls whose path has these words, such as `/insights`; null: to any. */
  readonly path: string | null;
  /** Only calls with a token of this person; null: of any. */
  readonly person: string | null;
}

/** Only some platforms have these, as their traits say. */
const rare: readonly FaultKind[] = ['quota', ...appFaults, 'personal', 'under-threshold', 'metric-retired'];

export const kindsOf = ({ hasQuota, billsApps, ownFaults = [] }: PlatformTraits): readonly FaultKind[] => {
  const has: readonly FaultKind[] = [
    ...ownFaults,
    ...(hasQuota ? (['quota'] as const) : []),
    ...(billsApps ? appFaults : []),
  ];
  return faultKinds.filter((kind) => !rare.includes(kind) || has.includes(kind));
};

/** Those that a fault can be limited to. */
export const hostsOf = ({ hosts }: PlatformTraits): readonly string[] => [...hosts, PICTURES];

/** A call of a server, as far as faults look at it. */
interface StruckCall {
  readonly host: string;
  readonly path: string;
  readonly person: string | undefined;
}

const strikes = ({ host, path, person }: Fault, call: StruckCall): boolean =>
  (host === call.host || (host === null && call.host !== PICTURES)) &&
  (path === null || call.path.includes(path)) &&
  (person === null || person === call.person);

/**
 * Per platform one fault for all people, and one for each person that has an own one, which goes before. Hits what
 * servers call, never the pages that people see.
 */
export class Faults {
  private readonly set = new Map<PlatformId, readonly Fault[]>();
  readonly changed = new Bell();

  /** The one for all people. */
  of(platform: PlatformId): Fault | null {
    return this.all(platform).find(({ person }) => person === null) ?? null;
  }

  /** Those for one person first. */
  all(platform: PlatformId): readonly Fault[] {
    return this.set.get(platform) ?? [];
  }

  put(platform: PlatformId, fault: Fault): void {
    const others = this.all(platform).filter(({ person }) => person !== fault.person);
    this.keep(platform, fault.person === null ? [...others, fault] : [fault, ...others]);
  }

  /** @param person clears the fault of this person only; undefined: all of the platform */
  clear(platform: PlatformId, person?: string): void {
    this.keep(platform, person === undefined ? [] : this.all(platform).filter((fault) => fault.person !== person));
  }

  /** The fault that hits this call, used up by one. */
  take(platform: PlatformId, call: StruckCall): FaultKind | undefined {
    const all = this.all(platform);
    const fault = all.find((one) => strikes(one, call));
    if (fault === undefined) return undefined;
    const left = fault.left === null ? null : fault.left - 1;
    if (left !== null)
      this.keep(
        platform,
        all.flatMap((one) => (one !== fault ? [one] : left === 0 ? [] : [{ ...one, left }])),
      );
    return fault.kind;
  }

  private keep(platform: PlatformId, faults: readonly Fault[]): void {
    this.set.set(platform, faults);
    this.changed.ring();
  }
}
