import type { PlatformId } from '@linkage/platform-guide';
import type { Person } from './person';

/** Somebody with an account on a platform, and how many posts are out at a time. */
export interface SandboxAccount {
  readonly person: Person;
  readonly feed: { count(at: number): number };
}

/** What one make-believe platform is, apart from its routes: who is there and how it behaves. */
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
  /** What a new password does to the app's access, besides ending it; null: it ends it. */
  readonly keepsAfterPassword: string | null;
  /** null: it knows none. */
  emailOf(account: Account): string | null;
}
