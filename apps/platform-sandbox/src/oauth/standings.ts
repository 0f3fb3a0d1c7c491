import { Bell } from '../bell';
import type { PlatformId } from '@linkage/platform-guide';

/** Why all tokens of a consent stopped working. */
type EndOfConsent = 'password-changed' | 'revoked';

/** How a person stands towards the client: what they agreed to, and what ended their earlier consents, oldest first. */
interface Standing {
  readonly granted: readonly string[];
  readonly ended: readonly EndOfConsent[];
  /** When the last consent ended; null while one stands or none was given. */
  readonly endedAt: number | null;
}

export type SavedStandings = Readonly<Record<string, Standing>>;

const nobody: Standing = { granted: [], ended: [], endedAt: null };

/** A token belongs to the consent whose number it carries: the number of consents that had ended before it. */
export class Standings {
  private readonly known: Map<string, Standing>;
  readonly changed = new Bell();

  constructor(saved: SavedStandings = {}) {
    this.known = new Map(Object.entries(saved));
  }

  of(platform: PlatformId, person: string): Standing {
    return this.known.get(`${platform}/${person}`) ?? nobody;
  }

  /** The number for tokens that are issued now. */
  generation(platform: PlatformId, person: string): number {
    return this.of(platform, person).ended.length;
  }

  /** undefined: that consent still stands. */
  endOf(platform: PlatformId, person: string, generation: number): EndOfConsent | undefined {
    return this.of(platform, person).ended[generation];
  }

  consent(platform: PlatformId, person: string, scopes: readonly string[]): void {
    this.put(platform, person, { ...this.of(platform, person), granted: [...scopes], endedAt: null });
  }

  end(platform: PlatformId, person: string, because: EndOfConsent, at: number): void {
    this.put(platform, person, { granted: [], ended: [...this.of(platform, person).ended, because], endedAt: at });
  }

  save(): SavedStandings {
    return Object.fromEntries(this.known);
  }

  private put(platform: PlatformId, person: string, standing: Standing): void {
    this.known.set(`${platform}/${person}`, standing);
    this.changed.ring();
  }
}
