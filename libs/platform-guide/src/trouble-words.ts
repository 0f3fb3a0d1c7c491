import { causeLabels } from './cause-labels';
import { ineligibility, platforms, type PlatformId } from './platforms';

/** Why an account has stopped, as it is told to its creator behind a colon. */
export const stoppedBecause: Readonly<Record<Exclude<keyof typeof causeLabels, 'disconnected'>, string>> = {
  'password-changed': 'the password was changed',
  'permission-revoked': 'the permission was removed',
  expired: 'the permission has expired',
  'no-longer-valid': '{platform} no longer accepts the permission',
  'account-gone': '{platform} no longer finds it',
};

/** What ended the access, behind its label. `{platform}` stands for the platform's name. */
export const causeHelp: Readonly<Record<keyof typeof causeLabels, string>> = {
  disconnected: 'Nothing is read any more.',
  'password-changed': 'That ended the permission.',
  'permission-revoked': 'It was removed in {platform}’s settings.',
  expired: '{platform} gives it for a time only.',
  'no-longer-valid': '{platform} no longer accepts it. We ask again each day for 30 days.',
  'account-gone':
    '{platform} no longer knows this account. It may have been closed or renamed. We ask again each day for 30 days; if it is back, it goes on by itself.',
};

/** Why refreshing is late. */
export const lateReasons = {
  'rate-limited': '{platform} asked us to slow down',
  'platform-down': '{platform} does not answer',
  'permission-missing': 'A permission is missing',
  gone: '{platform} does not find the account',
  'account-locked': '{platform} has locked the account for a time',
  unexpected: '{platform} answered in an unknown way',
  'needs-reauthorization': 'The permission ended',
  'app-out-of-credits': 'The app of this installation has no credits left at {platform}',
  'app-over-cap': 'The app of this installation has used up what {platform} allows it for now',
  'app-not-enrolled': '{platform} does not serve the app of this installation',
} as const;

/** Of reasons why refreshing is late: those that do not pass by themselves, and what helps. */
const lateHelp = {
  'permission-missing':
    'It goes on once the creator connects the account again with the same link and leaves every permission ticked.',
  'account-locked': 'It goes on by itself once the creator has logged in to {platform} and unlocked it.',
  'app-out-of-credits':
    'The operator of Linkage buys credits in {platform}’s developer console; then it goes on by itself. Creators have nothing to do.',
  'app-over-cap':
    'It goes on by itself when {platform}’s period begins anew, or the operator of Linkage gets a larger plan or quota. Creators have nothing to do.',
  'app-not-enrolled':
    'The operator of Linkage sees to the app in {platform}’s developer console: its credentials, its plan, its review, the APIs that are switched on. Creators have nothing to do.',
} as const;

/** What is told behind the reason. `{platform}` stands for the platform's name. */
export const lateHelpOf = (reason: string): string => entry(lateHelp, reason) ?? 'We keep trying.';

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
  if (label !== undefined) {
    const how = lost === 'account-gone' ? '' : ' Ask the creator to reconnect with the same link.';
    return [`${label}.`, `${about(name, entry(causeHelp, lost) ?? '')}${how}`];
  }
  const late = about(name, entry(lateReasons, outcome) ?? lateReasons.unexpected);
  return [`${late}.`, `${about(name, lateHelpOf(outcome))} Figures are those of the last refresh.`];
}
