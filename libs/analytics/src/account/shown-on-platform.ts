import type { ContentFigureName, ContentTypeName, Figure, PlatformId, ProfileFigureName } from '@linkage/contracts';

/** What the profile view of a platform shows, in the order in which it is shown. */
export interface ShownOnPlatform {
  readonly profile: readonly ProfileFigureName[];
  /** The same names on every card, whatever the type of the post. */
  readonly content: readonly ContentFigureName[];
  /** Types that the platform's content can have (R111, R112). */
  readonly types: readonly ContentTypeName[];
  /** Whom the platform's audience figures are about. */
  readonly audienceOf: 'followers' | 'viewers';
}

const ofPosts = ['likes', 'comments', 'impressions', 'reach', 'views'] as const;

export const shownOnPlatform: Readonly<Record<PlatformId, ShownOnPlatform>> = {
  instagram: {
    profile: ['followers', 'posts', 'following', 'reach28d'],
    content: ofPosts,
    types: ['reels', 'image', 'album', 'story', 'video', 'feed', 'igtv'],
    audienceOf: 'followers',
  },
  youtube: {
    profile: ['followers', 'videos', 'playlists', 'watchTimeMinutes', 'views'],
    content: ['likes', 'comments', 'views', 'impressions', 'reach'],
    types: ['video', 'short', 'stream'],
    audienceOf: 'viewers',
  },
  facebook: {
    profile: ['followers', 'posts', 'reach28d'],
    content: ofPosts,
    types: ['image', 'album', 'video', 'reels', 'story', 'text', 'stream'],
    audienceOf: 'followers',
  },
  tiktok: {
    profile: ['followers', 'videos', 'following'],
    content: ['likes', 'comments', 'shares', 'views', 'impressions', 'reach'],
    types: ['video'],
    audienceOf: 'followers',
  },
  twitter: {
    profile: ['followers', 'tweets', 'following'],
    content: ['likes', 'comments', 'shares', 'impressions', 'reach', 'views'],
    types: ['text', 'image', 'video'],
    audienceOf: 'followers',
  },
  twitch: {
    profile: ['followers', 'videos', 'views'],
    content: ['likes', 'comments', 'views', 'impressions', 'reach'],
    types: ['stream', 'video', 'short'],
    audienceOf: 'followers',
  },
};

type Known<Name extends string> = Readonly<Partial<Record<Name, Figure>>>;

/** Every name with its figure, in this order. One that was never captured is not known yet: nothing is a bare blank. */
export const inOrder = <Name extends string>(
  names: readonly Name[],
  figures: Known<Name>,
): { name: Name; figure: Figure }[] => names.map((name) => ({ name, figure: figures[name] ?? { is: 'not-yet' } }));
