import type { ContentFigureName, Figure, ProfileFigureName } from './analytics';
import { platformNames, type PlatformId } from './platforms';

/** What people call a figure, and what it counts in one sentence (R125). */
export interface FigureText {
  readonly label: string;
  readonly definition: string;
}

export type FigureName = ProfileFigureName | ContentFigureName | 'email';
/** Why there is no value. */
export type Unavailable = Exclude<Figure['is'], 'value'>;

const texts: Readonly<Record<FigureName, FigureText>> = {
  followers: { label: 'Followers', definition: 'How many accounts follow this one.' },
  following: { label: 'Following', definition: 'How many accounts this one follows.' },
  posts: { label: 'Posts', definition: 'All posts since the account began.' },
  videos: { label: 'Videos', definition: 'All public videos since the channel began.' },
  playlists: { label: 'Playlists', definition: 'The playlists of the channel.' },
  watchTimeMinutes: {
    label: 'Total watch time',
    definition: 'All the time that people have spent watching the channel’s videos since it began.',
  },
  views: { label: 'Views', definition: 'How often it was played or shown, repeats by the same person counted.' },
  reach28d: {
    label: 'Reach, 28 days',
    definition: 'How many different accounts saw anything of this account in the last 28 days; each counts once.',
  },
  tweets: { label: 'Tweets', definition: 'All posts since the account began, replies and reposts counted.' },
  likes: { label: 'Likes', definition: 'How many people liked it.' },
  comments: {
    label: 'Comments',
    definition: 'How many comments it has, replies counted where the platform counts them.',
  },
  impressions: {
    label: 'Impressions',
    definition: 'How often it was displayed on a screen in total; seeing it twice counts twice.',
  },
  reach: {
    label: 'Reach',
    definition:
      'How many different people saw it; seeing it twice counts once, so reach is never more than impressions.',
  },
  shares: { label: 'Shares', definition: 'How often people passed it on.' },
  saves: { label: 'Saves', definition: 'How often people kept it for later.' },
  email: {
    label: 'E-mail',
    definition: 'The address that the platform has for this account. Invites go to the address that you typed.',
  },
};

/** Where a platform counts something of its own. */
const ofPlatform: Readonly<Partial<Record<PlatformId, Partial<Record<FigureName, FigureText>>>>> = {
  youtube: {
    followers: {
      label: 'Subscribers',
      definition: 'How many people subscribe to the channel; YouTube rounds it down to three digits.',
    },
    views: { label: 'Views', definition: 'How often playing was started, repeats by the same person counted.' },
    email: {
      label: 'E-mail',
      definition: 'The address of the Google account behind the channel. Invites go to the address that you typed.',
    },
  },
  instagram: {
    views: {
      label: 'Views',
      definition:
        'How often a video or story was played or displayed, repeats counted. Instagram counts these in place of impressions.',
    },
  },
  twitter: {
    comments: { label: 'Replies', definition: 'How many replies it has.' },
    shares: { label: 'Reposts', definition: 'How often it was reposted or quoted.' },
  },
};

/** Label and definition of a figure as they fit this platform. */
export const figureText = (name: FigureName, platform: PlatformId): FigureText =>
  ofPlatform[platform]?.[name] ?? texts[name];

/** Figures that a platform once gave. */
const retired: Readonly<Partial<Record<PlatformId, readonly FigureName[]>>> = {
  instagram: ['impressions'],
  facebook: ['impressions'],
};

/** A few words to stand in the place of the number, such as "Not offered by Instagram". */
export const availabilityLabel = (why: Unavailable, platform: PlatformId): string => {
  const name = platformNames[platform];
  const labels: Readonly<Record<Unavailable, string>> = {
    'not-offered': `Not offered by ${name}`,
    'below-threshold': `Below ${name}’s threshold`,
    'not-applicable': 'None for this kind of content',
    'permission-missing': 'Permission missing',
    'not-yet': 'Not known yet',
  };
  return labels[why];
};

/** One sentence for each way in which a figure can be missing (N 13). `figure`: a name, where it is one figure. */
export const availabilityText = (why: Unavailable, platform: PlatformId, figure?: FigureName): string => {
  const name = platformNames[platform];
  if (why === 'not-offered' && figure && retired[platform]?.includes(figure))
    return `${name} has retired this figure; views are counted in its place.`;
  const sentences: Readonly<Record<Unavailable, string>> = {
    'not-offered': `${name} does not give this figure, or the creator keeps it hidden there.`,
    'below-threshold': `${name} gives this only when enough people are counted. It will appear here on its own.`,
    'not-applicable': 'This kind of content has no such figure.',
    'permission-missing': `The creator did not agree to share this. It appears when they connect ${name} again and leave all boxes ticked.`,
    'not-yet': `${name} has not worked this out yet. It is asked again at every refresh.`,
  };
  return sentences[why];
};
