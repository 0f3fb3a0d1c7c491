import type {
  AudienceCaptured,
  ContentChanged,
  ContentDeleted,
  ContentDiscovered,
  ContentMetricsCaptured,
  ContentRestored,
  ProfileCaptured,
} from '@linkage/published-facts';
import { noAudience, platforms } from '@linkage/platform-guide';
import { counted, exact, phrase, type Subjects, type FactSentence } from './fact-sentence';

type OfAccount = { accountId: string; invitationId: string };
const ofAccount = ({ accountId, invitationId }: OfAccount): Subjects => ({ accountId, invitationId });

/** What the profile of an erased person is in the log. */
type Erasable<T> = T | string;

/** `before` is known only when the facts before this one were looked at. */
export interface Followers {
  readonly followers: number | null;
  readonly before?: number;
}

const change = ({ followers, before }: Followers): string => {
  if (followers === null || before === undefined || followers === before) return '';
  return followers > before ? ` (+${exact(followers - before)})` : ` (−${exact(before - followers)})`;
};

export const profileCaptured: FactSentence<ProfileCaptured['data'], Followers> = {
  kind: 'figures',
  subjects: ofAccount,
  gist: (data) => {
    const profile: Erasable<typeof data.profile> = data.profile;
    const followers = typeof profile === 'string' ? undefined : profile.figures.followers;
    return { followers: followers?.is === 'value' ? followers.value : null };
  },
  compose: (gist, { account, platformId }) => {
    if (gist.followers === null) return { sentence: phrase`The profile of ${account} changed` };
    const found = counted(gist.followers, platformId === null ? 'follower' : platforms[platformId].followers.one);
    return { sentence: phrase`${account} has ${found}${change(gist)}` };
  },
};

export const audienceCaptured: FactSentence<AudienceCaptured['data'], { of: 'followers' | 'viewers' | null }> = {
  kind: 'figures',
  subjects: ofAccount,
  gist: (data) => {
    const audience: Erasable<typeof data.audience> = data.audience;
    return { of: typeof audience === 'string' ? null : audience.of };
  },
  compose: (_gist, { account, platformId }) =>
    platformId !== null && noAudience(platformId) !== null
      ? { sentence: phrase`${platforms[platformId].spoken} tells nothing of the audience of ${account}` }
      : { sentence: phrase`Audience of ${account} updated` },
};

export const contentDiscovered: FactSentence<ContentDiscovered['data'], { posts: number | null }> = {
  kind: 'figures',
  subjects: ofAccount,
  gist: (data) => {
    const items: Erasable<typeof data.items> = data.items;
    return { posts: typeof items === 'string' ? null : items.length };
  },
  compose: ({ posts }, { account }) => ({
    sentence: phrase`${posts === null ? 'New posts' : counted(posts, 'new post')} of ${account}`,
  }),
};

export const contentMetricsCaptured: FactSentence<ContentMetricsCaptured['data'], { posts: number | null }> = {
  kind: 'figures',
  subjects: ofAccount,
  gist: (data) => {
    const metrics: Erasable<typeof data.metrics> = data.metrics;
    return { posts: typeof metrics === 'string' ? null : metrics.length };
  },
  compose: ({ posts }, { account }) => ({
    sentence: phrase`Figures of ${posts === null ? 'posts' : counted(posts, 'post')} of ${account} changed`,
  }),
};

/** How many posts a fact is about; null: of an erased person, of whom that is not told. */
const numberOf = (posts: Erasable<readonly unknown[]>): number | null =>
  typeof posts === 'string' ? null : posts.length;
const postsIn = (posts: number | null): string => (posts === null ? 'posts' : counted(posts, 'post'));

export const contentChanged: FactSentence<ContentChanged['data'], { posts: number | null }> = {
  kind: 'figures',
  subjects: ofAccount,
  gist: ({ changes }) => ({ posts: numberOf(changes) }),
  compose: ({ posts }, { account }) => ({
    sentence: phrase`The refresh of ${account} found ${postsIn(posts)} edited`,
  }),
};

export const contentDeleted: FactSentence<ContentDeleted['data'], { posts: number | null }> = {
  kind: 'figures',
  subjects: ofAccount,
  gist: ({ contentIds }) => ({ posts: numberOf(contentIds) }),
  compose: ({ posts }, { account, platform }) => ({
    sentence: phrase`The refresh of ${account} did not find ${postsIn(posts)} any more`,
    detail: `Deleted on ${platform}, or hidden there. The last figures stay.`,
  }),
};

export const contentRestored: FactSentence<ContentRestored['data'], { posts: number | null }> = {
  kind: 'figures',
  subjects: ofAccount,
  gist: ({ contentIds }) => ({ posts: numberOf(contentIds) }),
  compose: ({ posts }, { account }) => ({
    sentence: phrase`The refresh of ${account} found ${postsIn(posts)} again`,
  }),
};
