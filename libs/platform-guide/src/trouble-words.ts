import { ineligibility, platforms, type PlatformId } from './platforms';

/** Why an account needs its creator, as a label. */
export const causeLabels = {
  disconnected: 'Disconnected',
  'password-changed': 'Password changed',
  'permission-revoked': 'Permission revoked',
  expired: 'Permission expired',
  'no-longer-valid': 'Permission no longer valid',
  'account-gone': 'Account is gone',
} as const;

/** What ended the access, and what brings it back. `{platform}` stands for the platform's name. */
export const causeHelp: Readonly<Record<keyof typeof causeLabels, string>> = {
  disconnected: 'Nothing is read any more. Connecting again with the same link brings the figures back.',
  'password-changed': 'Changing the password ended the permission. The creator connects again with the same link.',
  'permission-revoked':
    'The permission was taken back in {platform}’s settings. The creator connects again with the same link.',
  expired: 'The permission ran out. The creator connects again with the same link.',
  'no-longer-valid': '{platform} no longer accepts the permission. The creator connects again with the same link.',
  'account-gone': '{platform} no longer knows this account. It may have been closed or renamed.',
};

/** Why refreshing is late, though there is nothing to do. */
export const lateReasons = {
  'rate-limited': '{platform} asked us to slow down',
  'platform-down': '{platform} does not answer',
  'permission-missing': 'A permission is missing',
  gone: '{platform} does not find the account',
  unexpected: '{platform} answered in an unknown way',
  'needs-reauthorization': 'The permission ended',
} as const;

export const about = (platform: string, text: string): string => text.replaceAll('{platform}', platform);

const entry = (texts: Readonly<Record<string, string>>, key: string | undefined): string | undefined =>
  key !== undefined && Object.hasOwn(texts, key) ? texts[key] : undefined;

/** What users see of a refresh, or of connecting, that fails. */
export function troubleWords(
  platform: PlatformId,
  { outcome, cause, reason }: { readonly outcome: string; readonly cause?: string; readonly reason?: string },
): string[] {
  const { name } = platforms[platform];
  const refused = reason === undefined ? undefined : ineligibility(platform, reason);
  if (outcome === 'not-eligible' && refused !== undefined) return [`${refused.what}.`, refused.message];
  const lost =
    outcome === 'gone'
      ? 'account-gone'
      : outcome === 'needs-reauthorization'
        ? (cause ?? 'no-longer-valid')
        : undefined;
  const label = entry(causeLabels, lost);
  if (label !== undefined) return [`${label}.`, about(name, entry(causeHelp, lost) ?? '')];
  const late = about(name, entry(lateReasons, outcome) ?? lateReasons.unexpected);
  return [`${late}.`, 'You see the figures of the last refresh; it is tried again by itself.'];
}
