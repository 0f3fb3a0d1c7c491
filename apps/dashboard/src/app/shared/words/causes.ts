import type { AccountTroubleCause, RefreshTrouble } from '@linkage/contracts';

/** Why an account needs its creator, as a label. */
export const causeLabels: Readonly<Record<AccountTroubleCause, string>> = {
  disconnected: 'Disconnected',
  'password-changed': 'Password changed',
  'permission-revoked': 'Permission revoked',
  expired: 'Permission expired',
  'no-longer-valid': 'Permission no longer valid',
  'account-gone': 'Account is gone',
};

/** What ended the access, and what brings it back. `{platform}` stands for the platform's name. */
export const causeHelp: Readonly<Record<AccountTroubleCause, string>> = {
  disconnected: 'Nothing is read any more. Connecting again with the same link brings the figures back.',
  'password-changed': 'Changing the password ended the permission. The creator connects again with the same link.',
  'permission-revoked':
    'The permission was taken back in {platform}’s settings. The creator connects again with the same link.',
  expired: 'The permission ran out. The creator connects again with the same link.',
  'no-longer-valid': '{platform} no longer accepts the permission. The creator connects again with the same link.',
  'account-gone': '{platform} no longer knows this account. It may have been closed or renamed.',
};

/** Why refreshing is late, though nobody has to do anything. */
export const lateReasons: Readonly<Record<RefreshTrouble, string>> = {
  'rate-limited': '{platform} asked us to slow down',
  'platform-down': '{platform} does not answer',
  'permission-missing': 'A permission is missing',
  gone: '{platform} does not find the account',
  unexpected: '{platform} answered in an unknown way',
  'needs-reauthorization': 'The permission ended',
};

export const about = (platform: string, text: string): string => text.replaceAll('{platform}', platform);
