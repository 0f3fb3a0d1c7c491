import { failureReasons, type FailureReason } from '@linkage/contracts';
import { ineligibility, type IneligibleReason, type PlatformId } from '@linkage/platform-guide';
import type { AccessLostCause } from '@linkage/published-facts';

/** What stands after "could not connect …: ". A reason without words does not compile. */
const failures: Readonly<Record<Exclude<FailureReason, IneligibleReason>, string>> = {
  'consent-denied': '“Cancel” was pressed on the platform’s page',
  'permission-unticked': 'a permission was left unticked',
  'account-linked-elsewhere': 'the account belongs to another invite',
  'already-used': 'the way back was opened twice',
  expired: 'the way back came too late',
  'other-browser': 'the way back was in another browser',
  'platform-down': 'the platform did not answer in time',
  'platform-refused': 'the platform refused the connection',
  'invitation-withdrawn': 'the invitation was withdrawn meanwhile',
  'not-finished': 'it was not finished',
  unexpected: 'Linkage could not finish',
};

/** A code that is not listed (any more) reads as unexpected, one that this platform does not have as its refusal. */
export const failureWords = (code: string, platform: PlatformId | null): string => {
  const told = platform === null ? undefined : ineligibility(platform, code)?.told;
  const own = Object.entries(failures).find(([reason]) => reason === code)?.[1];
  return told ?? own ?? failures[failureReasons.some((reason) => reason === code) ? 'platform-refused' : 'unexpected'];
};

/** What stands after "… refused access to @noa.makes: ". */
export const accessLostWords: Readonly<Record<AccessLostCause, string>> = {
  'password-changed': 'the password was changed',
  'permission-revoked': 'the permission was revoked',
  expired: 'the permission has expired',
  'no-longer-valid': 'the permission is no longer valid',
  'account-gone': 'the account is gone',
};
