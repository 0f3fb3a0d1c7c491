import type {
  TwitterMedia,
  TwitterPartialError,
  TwitterPost,
  TwitterProblem,
  TwitterTimeline,
  TwitterUser,
} from './twitter.wire';

/** Hand-written answers of X, for specs. */

export const user: TwitterUser = {
  id: '2244994945',
  name: 'Ines Oduya 🧶',
  username: 'inesknits',
  created_at: '2013-12-14T04:35:55.000Z',
  profile_image_url: 'https://pbs.twimg.com/profile_images/1/ines_normal.jpg',
  protected: false,
  public_metrics: { followers_count: 48_210, following_count: 512, tweet_count: 3, listed_count: 12 },
};

const metrics = {
  retweet_count: 7,
  reply_count: 3,
  like_count: 41,
  quote_count: 2,
  bookmark_count: 5,
  impression_count: 1800,
};

export const post: TwitterPost = {
  id: '1900000000000000001',
  edit_history_tweet_ids: ['1900000000000000001'],
  text: 'Needles &amp; thread &lt;3\nsecond line',
  created_at: '2026-11-20T10:00:00.000Z',
  public_metrics: metrics,
};

/** The same in X's newer words. */
export const { retweet_count: _older, ...newerMetrics } = { ...metrics, repost_count: 7 };

export const photo: TwitterMedia = { media_key: '3_1', type: 'photo', url: 'https://pbs.twimg.com/media/a.jpg' };
export const video: TwitterMedia = {
  media_key: '13_2',
  type: 'video',
  duration_ms: 46_947,
  preview_image_url: 'https://pbs.twimg.com/amplify_video_thumb/2/img/b.jpg',
  public_metrics: { view_count: 6909 },
};

export const withMedia = (id: string, ...keys: string[]): TwitterPost => ({
  ...post,
  id,
  text: 'New pattern https://t.co/abcDEF123',
  attachments: { media_keys: keys },
});

export const timeline = (
  data: readonly unknown[] | undefined,
  media: readonly unknown[] = [],
  more: Partial<TwitterTimeline['meta']> = {},
): object => ({
  ...(data && { data }),
  ...(media.length > 0 && { includes: { media } }),
  meta: { result_count: data?.length ?? 0, ...more },
});

export const problem = (kind: string, more: Partial<TwitterProblem & TwitterPartialError> = {}): TwitterProblem => ({
  title: 'Something',
  detail: 'Something',
  type: kind === 'about:blank' ? kind : `https://api.twitter.com/2/problems/${kind}`,
  ...more,
});

export const noCredits = problem('credits', {
  title: 'CreditsDepleted',
  detail: 'Your enrolled account [1895] does not have any credits to fulfill this request.',
});

export const monthlyCap = problem('usage-capped', {
  title: 'UsageCapExceeded',
  detail: 'Usage cap exceeded: Monthly product cap',
  account_id: 1_895_000_000,
  product_name: 'standard-basic',
  period: 'Monthly',
  scope: 'Product',
});

export const notEnrolled = problem('client-forbidden', {
  title: 'Client Forbidden',
  detail:
    'When authenticating requests to the Twitter API v2 endpoints, you must use keys and tokens from a developer App that is attached to a Project.',
  client_id: '1895',
  reason: 'client-not-enrolled',
  required_enrollment: 'Appropriate Level of API Access',
  registration_url: 'https://developer.twitter.com/en/docs/projects/overview',
});

export const codedErrors = (code: number, message = 'Something'): object => ({ errors: [{ code, message }] });
