import { failureReasons, type FailureReason } from '@linkage/contracts';

/** The code as the contracts know it; one that is not listed (any more) is `unexpected`. */
export const asFailureReason = (code: string): FailureReason =>
  failureReasons.find((reason) => reason === code) ?? 'unexpected';
