import type {
  AudienceCaptured,
  ContentDiscovered,
  ContentMetricsCaptured,
  ProfileCaptured,
} from '@linkage/published-facts';
import { platforms } from '@linkage/platform-guide';
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
    if (gist.followers === null) return { sentence: phrase`The refresh of ${account} found a changed profile` };
    const found = counted(gist.followers, platformId === null ? 'follower' : platforms[platformId].followers.one);
    return { sentence: phrase`The refresh of ${account} found ${found}${change(gist)}` };
  },
};

export const audienceCaptured: FactSentence<AudienceCaptured['data'], { of: 'followers' | 'viewers' | null }> = {
  kind: 'figures',
  subjects: ofAccount,
  gist: (data) => {
    const audience: Erasable<typeof data.audience> = data.audience;
    return { of: typeof audience === 'string' ? null : audience.of };
  },
  compose: (gist, { account }) => ({
    sentence: phrase`The refresh of ${account} found who its ${gist.of ?? 'audience'} ${gist.of === null ? 'is' : 'are'}`,
  }),
};

export const contentDiscovered: FactSentence<ContentDiscovered['data'], { posts: number | null }> = {
  kind: 'figures',
  subjects: ofAccount,
  gist: (data) => {
    const items: Erasable<typeof data.items> = data.items;
    return { posts: typeof items === 'string' ? null : items.length };
  },
  compose: ({ posts }, { account }) => ({
    sentence: phrase`The refresh of ${account} found ${posts === null ? 'new posts' : counted(posts, 'new post')}`,
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
    sentence: phrase`The refresh of ${account} found other figures of ${posts === null ? 'posts' : counted(posts, 'post')}`,
  }),
};
