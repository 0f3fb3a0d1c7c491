import type { IneligibleReason } from '@linkage/platform-guide';
import type { Failure, Step } from '../attempt/attempt';

/** What a platform can answer, as far as connecting looks at it. */
type Trouble =
  | { readonly outcome: 'app-out-of-credits' | 'app-over-cap' | 'app-not-enrolled' }
  | { readonly outcome: 'refresh-token' | 'needs-reauthorization' | 'rate-limited' | 'platform-down' | 'gone' }
  | { readonly outcome: 'account-locked' }
  | { readonly outcome: 'permission-missing'; readonly permission: string }
  | { readonly outcome: 'not-eligible'; readonly reason: IneligibleReason }
  | { readonly outcome: 'unexpected'; readonly reportId: string };

/** The reason that people are told, for trouble that the platform made while connecting. */
export const platformFailure = (trouble: Trouble, step: Step): Failure => {
  switch (trouble.outcome) {
    case 'rate-limited':
      return { reason: 'platform-busy', step };
    case 'platform-down':
      return { reason: 'platform-down', step };
    case 'app-out-of-credits':
    case 'app-over-cap':
    case 'app-not-enrolled':
      return { reason: 'app-refused', step };
    case 'refresh-token':
    case 'needs-reauthorization':
    case 'gone':
      return { reason: 'platform-refused', step };
    case 'account-locked':
      return { reason: 'account-locked', step };
    case 'permission-missing':
      return { reason: 'permission-unticked', step, missing: [trouble.permission] };
    case 'not-eligible':
      return { reason: trouble.reason, step };
    case 'unexpected':
      return { reason: 'unexpected', step, report: trouble.reportId };
  }
};
