import type { PlatformId } from '@linkage/platform-guide';
import { Bell } from '../bell';
import type { Person } from './person';

/** What a person changed of an account since it was made up. Posts by their number. */
export interface AccountChanges {
  /** Another user name or handle. */
  readonly handle?: string;
  /** So many pictures of themselves they had before. */
  readonly avatar?: number;
  /** New captions. */
  readonly edited?: Readonly<Record<number, string>>;
  readonly deleted?: readonly number[];
}

export type SavedChanges = Readonly<Record<string, AccountChanges>>;

const none: AccountChanges = {};

/** What people have changed, by platform and person. The made-up world itself stays as its seed says. */
export class Changes {
  private readonly known: Map<string, AccountChanges>;
  readonly changed = new Bell();

  constructor(saved: SavedChanges = {}) {
    this.known = new Map(Object.entries(saved));
  }

  of(platform: PlatformId, person: string): AccountChanges {
    return this.known.get(`${platform}/${person}`) ?? none;
  }

  /** How the account is called now. */
  handleOf(platform: PlatformId, { id }: Person): string {
    return this.of(platform, id).handle ?? id;
  }

  put(platform: PlatformId, person: string, changes: AccountChanges): void {
    this.known.set(`${platform}/${person}`, { ...this.of(platform, person), ...changes });
    this.changed.ring();
  }

  save(): SavedChanges {
    return Object.fromEntries(this.known);
  }
}
