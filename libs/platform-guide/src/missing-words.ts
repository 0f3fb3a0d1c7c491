import type { AudiencePart, ContentFigure, ProfileFigure } from './figure';
import { platformData, platforms, type PlatformId } from './platforms';

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

/** What a part that a refresh is without is called within a sentence: "reach, 28 days", "ages", "some posts". */
export function partLabel(platform: PlatformId, section: Section, part: string): string {
  const { profile, audience, content } = platformData[platform];
  if (part === 'all') return section === 'content' ? platforms[platform].content.many : section;
  if (section === 'content' && part === 'posts') return `some ${platforms[platform].content.many}`;
  const point =
    section === 'profile'
      ? profile[part as ProfileFigure]
      : section === 'audience'
        ? audience[part as AudiencePart]
        : content[part as ContentFigure];
  return lowerFirst(point?.words.label ?? fields[part] ?? part);
}

const reasons: Readonly<Record<string, string>> = {
  'rate-limited': '{platform} asked to wait',
  'platform-down': '{platform} did not answer',
  'permission-missing': 'a permission is missing',
  'not-yet': '{platform} has not worked it out yet',
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
