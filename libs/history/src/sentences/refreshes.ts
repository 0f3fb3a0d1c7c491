import { missingBecause, partLabel, platforms, type PlatformId } from '@linkage/platform-guide';
import type {
  AccountAnsweredAgain,
  RefreshCompleted,
  RefreshFailed,
  RefreshGivenBack,
  RefreshStarted,
} from '@linkage/published-facts';
import { counted, phrase, type Subjects, type FactSentence } from './fact-sentence';

type OfAccount = { accountId: string; invitationId: string };
const ofAccount = ({ accountId, invitationId }: OfAccount): Subjects => ({ accountId, invitationId });

type Because = RefreshStarted['data']['because'];
type Outcome = RefreshFailed['data']['outcome'];
type Missing = Pick<RefreshCompleted['data']['missing'][number], 'section' | 'part' | 'reason'>[];

const openings: Readonly<Record<Because, string>> = {
  connected: 'The first refresh of ',
  due: 'The 24-hour refresh of ',
  asked: 'A refresh that was asked for, of ',
};

const causes: Readonly<Record<Outcome, (platform: string) => string>> = {
  'needs-reauthorization': (platform) => `${platform} no longer gives access`,
  'permission-missing': () => 'a permission is missing',
  'rate-limited': (platform) => `${platform} asked to wait`,
  'platform-down': (platform) => `${platform} did not answer`,
  'app-out-of-credits': (platform) => `the app of this installation has no credits left at ${platform}`,
  'app-over-cap': (platform) => `the app of this installation has used up what ${platform} allows it`,
  'app-not-enrolled': (platform) => `${platform} does not serve the app of this installation`,
  'account-locked': (platform) => `${platform} has locked the account for a time`,
  gone: (platform) => `${platform} does not find the account`,
  unexpected: () => 'something unforeseen happened',
};

const isOutcome = (code: string): code is Outcome => code in causes;
const because = (code: string, platform: string): string => causes[isOutcome(code) ? code : 'unexpected'](platform);

const mostNamed = 6;

/** Parts with the same reason stand together. */
const without = (missing: Missing, platform: PlatformId): string => {
  const labels = new Map<string, string[]>();
  for (const { section, part, reason } of missing.slice(0, mostNamed)) {
    const why = missingBecause(platform, reason);
    labels.set(why, [...(labels.get(why) ?? []), partLabel(platform, section, part)]);
  }
  const more = missing.length > mostNamed ? `; and ${missing.length - mostNamed} more` : '';
  return `Without ${[...labels].map(([why, parts]) => `${parts.join(', ')}: ${why}`).join('; ')}${more}. Earlier figures are kept.`;
};

export const refreshStarted: FactSentence<RefreshStarted['data'], { because: Because }> = {
  kind: 'refreshes',
  subjects: ofAccount,
  gist: (data) => ({ because: data.because }),
  compose: (gist, { account }) => ({ sentence: phrase`${openings[gist.because]}${account} started` }),
};

/**
 * What a refresh found, beside the refresh before. `before`: its followers; absent: there was none, or they were not
 * known.
 */
export interface Found {
  readonly followers: number | null;
  readonly before?: number;
  readonly newPosts: number;
  readonly changedPosts: number;
}

/** "+202 followers, 8 new posts" */
export const told = ({ followers, before, newPosts, changedPosts }: Found, platform: PlatformId | null): string => {
  const one = platform === null ? 'follower' : platforms[platform].followers.one;
  const difference = followers === null || before === undefined ? 0 : followers - before;
  const parts = [
    followers !== null && before === undefined && counted(followers, one),
    difference !== 0 && `${difference > 0 ? '+' : '−'}${counted(Math.abs(difference), one)}`,
    newPosts > 0 && counted(newPosts, 'new post'),
  ].filter((part) => part !== false);
  if (parts.length > 0) return parts.join(', ');
  return changedPosts > 0 ? `new figures of ${counted(changedPosts, 'post')}` : 'nothing new';
};

export const refreshCompleted: FactSentence<RefreshCompleted['data'], { missing: Missing; found?: Found }> = {
  kind: 'refreshes',
  subjects: ofAccount,
  gist: ({ missing }) => ({ missing: missing.map(({ section, part, reason }) => ({ section, part, reason })) }),
  compose: ({ missing, found }, { account, platformId }) => {
    const what = found === undefined ? '' : `: ${told(found, platformId)}`;
    return missing.length === 0
      ? { sentence: phrase`${account} was refreshed${what}` }
      : {
          sentence: phrase`${account} was refreshed in part${what}`,
          detail: platformId === null ? null : without(missing, platformId),
          tone: 'warn',
        };
  },
};

export const refreshFailed: FactSentence<RefreshFailed['data'], { outcome: Outcome; again: boolean }> = {
  kind: 'refreshes',
  subjects: ofAccount,
  gist: ({ outcome, nextDueAt }) => ({ outcome, again: nextDueAt !== null }),
  compose: ({ outcome, again }, { account, platform }) => ({
    sentence: phrase`The refresh of ${account} failed: ${because(outcome, platform)}`,
    detail: `Earlier figures are kept. ${again ? 'It is tried again by itself.' : 'The next one follows once there is access again.'}`,
    tone: 'warn',
  }),
};

export const refreshGivenBack: FactSentence<RefreshGivenBack['data'], Record<string, never>> = {
  kind: 'refreshes',
  subjects: ofAccount,
  gist: () => ({}),
  compose: (_gist, { account }) => ({
    sentence: phrase`The refresh of ${account} was interrupted`,
    detail: 'Linkage was being stopped. The next one begins by itself.',
  }),
};

export const accountAnsweredAgain: FactSentence<AccountAnsweredAgain['data'], Record<string, never>> = {
  kind: 'refreshes',
  subjects: ofAccount,
  gist: () => ({}),
  compose: (_gist, { account, platform }) => ({
    sentence: phrase`${platform} was asked for ${account} again, and answered`,
  }),
};
