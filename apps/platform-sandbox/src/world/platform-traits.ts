import type { PlatformId } from '@linkage/platform-guide';
import type { FaultKind } from '../fault-kinds';
import type { AccountChanges } from './changes';
import type { Person } from './person';
import type { Post } from './post';

/** A person with an account on a platform, and which posts are out at a time, oldest first. */
export interface SandboxAccount {
  readonly person: Person;
  readonly feed: {
    count(at: number): number;
    until(at: number): Iterable<Post>;
    newest(at: number): Post | undefined;
    change(changes: AccountChanges): void;
  };
}

/** What one simulated platform is, apart from its routes: its people and its behaviour. */
export interface PlatformTraits<Account extends SandboxAccount = SandboxAccount> {
  readonly id: PlatformId;
  /** How many of its people are the hand-made cast; the crowd follows them. */
  readonly cast: number;
  /** The same seed gives the same accounts, the cast first. */
  accounts(seed: string): readonly Account[];
  /** The hosts that servers call, by path prefix: faults can be limited to one. */
  readonly hosts: readonly string[];
  /** It has a daily quota that can be used up. */
  readonly hasQuota: boolean;
  /** It bills apps: one can run out of credits, or of what it may read in a month. */
  readonly billsApps?: true;
  /** Faults that not every platform has. */
  readonly ownFaults?: readonly FaultKind[];
  /**
   * The addresses of its pictures are signed: the parameter that says until when, in seconds of that radix, and for how
   * long.
   */
  readonly signsPictures?: { readonly until: string; readonly ms: number; readonly radix: 10 | 16 };
  /** What a new password does to the app's access, besides ending it; null: it ends it. */
  readonly keepsAfterPassword: string | null;
  /** The id that its own posts have for a person; absent: it posts nothing by itself. */
  noticeIdOf?(account: SandboxAccount): string;
  /** null: it knows none. */
  emailOf(account: Account): string | null;
}
