import type { AudiencePart, ContentFigure, ProfileFigure } from './figure';
import { platformData } from './platform-data';
import { platforms, type PlatformId } from './platforms';

export type Section = 'profile' | 'audience' | 'content';

/** Parts of a reading that are no figures. */
const fields: Readonly<Record<string, string>> = {
  displayName: 'name',
  username: 'username',
  avatarUrl: 'picture',
  profileUrl: 'address',
  email: 'e-mail',
  stories: 'stories',
  type: 'types',
  title: 'titles',
  url: 'addresses',
  thumbnailUrl: 'pictures',
  publishedAt: 'dates',
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** A comma within a list of parts would begin another one. */
const inAList = (label: string): string => lowerFirst(label.replace(/, (?=\d)/, ' in '));

/**
 * What a part that a refresh is without is called within a sentence: "reach in 28 days", "ages", "some posts", "likes
 * of posts". `posts`: of how many posts it is missing, where that is known.
 */
export function partLabel(platform: PlatformId, section: Section, part: string, posts?: number): string {
  const label = ownLabel(platform, section, part);
  const { one, many } = platforms[platform].content;
  if (section !== 'content' || ['all', 'posts', 'stories', 'clips'].includes(part)) return label;
  return `${label} of ${posts === undefined ? many : `${posts} ${posts === 1 ? one : many}`}`;
}

function ownLabel(platform: PlatformId, section: Section, part: string): string {
  const { profile, audience, content } = platformData[platform];
  if (part === 'all') return section === 'content' ? platforms[platform].content.many : section;
  if (section === 'content' && part === 'posts') return `some ${platforms[platform].content.many}`;
  const point =
    section === 'profile'
      ? profile[part as ProfileFigure]
      : section === 'audience'
        ? audience[part as AudiencePart]
        : content[part as ContentFigure];
  return inAList(point?.words.label ?? fields[part] ?? part);
}

const reasons: Readonly<Record<string, string>> = {
  'rate-limited': '{platform} asked to wait',
  'platform-down': '{platform} did not answer',
  'permission-missing': 'a permission is missing',
  'not-yet': '{platform} has not worked it out yet',
  'app-out-of-credits': 'the app of this installation has no credits left at {platform}',
  'app-over-cap': 'the app of this installation has used up what {platform} allows it',
  'app-not-enrolled': '{platform} does not serve the app of this installation',
  refused: '{platform} refused to give it',
  gone: '{platform} refused to give it',
  'needs-reauthorization': '{platform} refused to give it',
};

/** Why a refresh is without a part, within a sentence. */
export const missingBecause = (platform: PlatformId, reason: string): string =>
  (Object.hasOwn(reasons, reason) ? (reasons[reason] ?? '') : '{platform} answered in an unknown way').replace(
    '{platform}',
    platforms[platform].spoken,
  );
