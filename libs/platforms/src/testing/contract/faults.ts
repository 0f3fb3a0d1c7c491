import type { PlatformTrouble } from '../../errors';
import type { AccessLostCause } from '@linkage/published-facts';
import type { LossReason } from '../../loss';

/** What a fault means. Whatever stands here is told in docs/failures.md, too. */
interface FaultMeaning {
  /** What the platform does, in words. */
  readonly does: string;
  /**
   * What it says of the account where it strikes the call that names it; `ended`: that the access is no longer taken.
   */
  readonly named: PlatformTrouble['outcome'] | 'ended';
  /** Where it ended, why; absent: as a token that is not taken any more shows on the platform. */
  readonly cause?: AccessLostCause;
  /** Why data points are missing that any other call is for. */
  readonly lost: LossReason;
}
export type OwnMeanings = Partial<Readonly<Record<FaultKind, Omit<FaultMeaning, 'does'>>>>;

const down = { named: 'platform-down', lost: 'platform-down' } as const;

export const faultMeanings = {
  500: { does: 'answers with an error of its own (500)', ...down },
  html: { does: 'has a gateway answer for it, with a page (502)', ...down },
  cut: { does: 'begins to answer, and hangs up', ...down },
  timeout: { does: 'does not answer within ten seconds', ...down },
  drip: { does: 'sends a byte now and then, and never comes to an end', ...down },
  malformed: { does: 'sends JSON that ends too early', ...down },
  empty: { does: 'answers `200 {}`', named: 'unexpected', lost: 'unexpected' },
  429: { does: 'asks to slow down (429)', named: 'rate-limited', lost: 'rate-limited' },
  '429-bare': { does: 'asks to slow down and does not say for how long', named: 'rate-limited', lost: 'rate-limited' },
  'token-expired': { does: 'says that the token has run out', named: 'ended', lost: 'refused' },
  'scope-taken': {
    does: 'says that a permission was taken away',
    named: 'permission-missing',
    lost: 'permission-missing',
  },
  'account-deleted': { does: 'no longer has the account', named: 'ended', cause: 'account-gone', lost: 'refused' },
  restricted: { does: 'has restricted the account', named: 'ended', lost: 'refused' },
  refused: { does: 'no longer takes the token', named: 'ended', lost: 'refused' },
  quota: { does: 'says that the app’s quota of the day is used up', named: 'app-over-cap', lost: 'app-over-cap' },
  cap: { does: 'says that the app has read what it may in a month', named: 'app-over-cap', lost: 'app-over-cap' },
  credits: {
    does: 'says that the app has no credits left',
    named: 'app-out-of-credits',
    lost: 'app-out-of-credits',
  },
} as const satisfies Readonly<Record<string, FaultMeaning>>;

export type FaultKind = `${keyof typeof faultMeanings}`;

/** What a fault means on a platform. */
export const meaningOf = (kind: FaultKind, { meanings }: { readonly meanings?: OwnMeanings }): FaultMeaning => {
  const usual: FaultMeaning = faultMeanings[kind as keyof typeof faultMeanings];
  return { ...usual, ...meanings?.[kind] };
};

const rare: readonly FaultKind[] = ['quota', 'cap', 'credits'];

/** All faults that a platform can have. */
export const faultsOf = ({ ownFaults = [] }: { readonly ownFaults?: readonly FaultKind[] }): readonly FaultKind[] =>
  (Object.keys(faultMeanings) as FaultKind[]).filter((kind) => !rare.includes(kind) || ownFaults.includes(kind));
