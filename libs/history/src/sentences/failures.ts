import { failureReasons, type FailureReason } from '@linkage/contracts';
import { ineligibility, type IneligibleReason, type PlatformId } from '@linkage/platform-guide';
import type { AccessLostCause } from '@linkage/published-facts';

/** What stands after "could not connect …: ". A reason without words does not compile. */
const failures: Readonly<Record<Exclude<FailureReason, IneligibleReason>, string>> = {
  'consent-denied': '“Cancel” was pressed on the platform’s page',
  'permission-unticked': 'a permission was left unticked',
  'account-linked-elsewhere': 'the account belongs to another invite',
  'account-not-meant': 'the account that came back was not the one that is meant',
  'already-used': 'the return link was used twice',
  expired: 'the return came too late',
  'other-browser': 'the return was in another browser',
  'platform-down': 'the platform did not answer in time',
  'platform-busy': 'the platform asked to slow down',
  'platform-refused': 'the platform refused the connection',
  'app-refused': 'the platform refused the app of this installation',
  'account-locked': 'the platform has locked the account for a time',
  'invitation-withdrawn': 'the invite was withdrawn meanwhile',
  'staging-limit-reached': 'all accounts of staging access are in use',
  'not-finished': 'it was not finished',
  'not-chosen': 'which account is meant was not said',
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
