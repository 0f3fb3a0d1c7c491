import type { ContentFigureName, ContentTypeName, Figure, PlatformId, ProfileFigureName } from '@linkage/contracts';
import { platformLabels, type IconName } from '@linkage/ui';

export interface FigureWords {
  label: string;
  /** Below the figure. */
  note: string;
  /** Behind the info button. */
  meaning: string;
}

const profileWords: Readonly<Record<ProfileFigureName, FigureWords>> = {
  followers: {
    label: 'Followers',
    note: 'at the last refresh',
    meaning: 'Accounts that follow this one, as the platform counted them at the last refresh.',
  },
  following: { label: 'Following', note: 'accounts they follow', meaning: 'Accounts that this one follows.' },
  posts: {
    label: 'Posts',
    note: 'since the account began',
    meaning: 'Everything published since the account began and not deleted. Stories do not count.',
  },
  videos: {
    label: 'Videos',
    note: 'since the channel began',
    meaning: 'Public videos of the channel, Shorts and recorded streams included.',
  },
  playlists: { label: 'Playlists', note: 'public ones', meaning: 'Public playlists of the channel.' },
  watchTimeMinutes: {
    label: 'Total watch time',
    note: 'since the channel began',
    meaning: 'All the time that people have spent watching this channel, since it began.',
  },
  views: {
    label: 'Views',
    note: 'all videos',
    meaning: 'How often videos of this channel were watched, since it began.',
  },
  reach28d: {
    label: 'Reach, 28 days',
    note: 'unique accounts',
    meaning: 'Different accounts that saw anything of this one in the last 28 days. Each counts once.',
  },
  tweets: { label: 'Tweets', note: 'since the account began', meaning: 'Tweets and replies since the account began.' },
};

export const figureWords = (platform: PlatformId, name: ProfileFigureName): FigureWords =>
  platform === 'youtube' && name === 'followers'
    ? {
        label: 'Subscribers',
        note: 'rounded by YouTube',
        meaning: 'Accounts subscribed to this channel. YouTube gives three digits only.',
      }
    : profileWords[name];

export const emailWords: FigureWords = {
  label: 'E-mail',
  note: 'from the account',
  meaning: 'The e-mail that the platform has for this account. Most platforms share it with nobody.',
};

export type Absence = Exclude<Figure['is'], 'value'>;

/** Absence is a sentence: a short one for tiles and a longer one that says what to expect. */
export const absence = (is: Absence, platform: PlatformId): { title: string; note: string; why: string } => {
  const name = platformLabels[platform];
  switch (is) {
    case 'below-threshold':
      return {
        title: `Below ${name}’s threshold`,
        note: 'not enough people yet',
        why: `${name} shows this only when enough people are behind it. It will appear here on its own.`,
      };
    case 'not-offered':
      return {
        title: `Not offered by ${name}`,
        note: 'never shared with apps',
        why: `${name} shares this with no app.`,
      };
    case 'not-applicable':
      return { title: 'Does not apply', note: 'not for this account', why: 'This kind of account has no such figure.' };
    case 'permission-missing':
      return {
        title: 'Permission missing',
        note: 'left out when connecting',
        why: 'The permission was left out when connecting. The creator connects again with the same link and leaves it ticked.',
      };
    case 'not-yet':
      return { title: 'Not fetched yet', note: 'comes with the refresh', why: 'It comes with the first refresh.' };
  }
};

export const contentFigureLabels: Readonly<Record<ContentFigureName, string>> = {
  likes: 'Likes',
  comments: 'Comments',
  impressions: 'Impressions',
  reach: 'Reach',
  views: 'Views',
  shares: 'Shares',
  saves: 'Saves',
};

/** What the figures of a post mean (R125). */
export const contentMeanings: readonly { label: string; meaning: string }[] = [
  { label: 'Likes and comments', meaning: 'How many there were at the last refresh.' },
  {
    label: 'Impressions',
    meaning: 'How often the post was shown in all. One person who saw it five times counts five times.',
  },
  {
    label: 'Reach',
    meaning: 'How many different people saw it. Each counts once, so reach is never more than impressions.',
  },
  { label: 'Views', meaning: 'How often a video or story was played. Ordinary photo posts have none.' },
  { label: 'Shares and saves', meaning: 'How often people passed it on, or kept it for later.' },
];

export const contentAbsence = (
  is: Absence,
  name: ContentFigureName,
  platform: PlatformId,
): { short: string; why: string } => {
  const who = platformLabels[platform];
  switch (is) {
    case 'below-threshold':
      return { short: 'below threshold', why: `${who} shows this only when enough people are behind it.` };
    case 'not-offered':
      return {
        short: 'not offered',
        why: `${who} does not offer ${contentFigureLabels[name].toLowerCase()} for posts.`,
      };
    case 'not-applicable':
      return {
        short: name === 'views' ? 'none for photos' : 'none here',
        why: `Posts of this type have no ${contentFigureLabels[name].toLowerCase()}.`,
      };
    case 'permission-missing':
      return { short: 'no permission', why: 'The permission was left out when connecting.' };
    case 'not-yet':
      return { short: 'not yet', why: 'It comes with the next refresh.' };
  }
};

export const typeWords: Readonly<Record<ContentTypeName, { one: string; many: string; icon: IconName }>> = {
  video: { one: 'Video', many: 'Video', icon: 'play' },
  image: { one: 'Image', many: 'Image', icon: 'image' },
  feed: { one: 'Feed', many: 'Feed', icon: 'text' },
  igtv: { one: 'IGTV', many: 'IGTV', icon: 'play' },
  reels: { one: 'Reel', many: 'Reels', icon: 'reel' },
  album: { one: 'Album', many: 'Album', icon: 'album' },
  story: { one: 'Story', many: 'Story', icon: 'story' },
  text: { one: 'Text', many: 'Text', icon: 'text' },
  stream: { one: 'Live', many: 'Live', icon: 'broadcast' },
  short: { one: 'Short', many: 'Shorts', icon: 'reel' },
};
