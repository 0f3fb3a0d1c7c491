import { isObject, type PlatformRequest } from '../http';
import type { RecordedPlatform } from '../recorded/recorded-platform';
import { meCall, postsCall, timelineCall } from './twitter.api';

type Raw = Readonly<Record<string, unknown>>;

const postsIn = (body: unknown): Raw[] => {
  const data = isObject(body) ? body['data'] : undefined;
  return Array.isArray(data) ? data.filter(isObject) : isObject(data) ? [data] : [];
};

const user = {
  id: '1',
  name: 'recorded',
  username: 'recorded',
  public_metrics: { followers_count: 0, following_count: 0, tweet_count: 1 },
};
const post = { id: 'recorded', text: '', created_at: new Date().toISOString(), public_metrics: {} };

/**
 * The posts that a recorded lookup is about, as a timeline has them, but without impressions: so that these are looked
 * up.
 */
function timelineBefore(body: unknown): unknown {
  const recorded = postsIn(body).map((each) => {
    const said: Raw = isObject(each['public_metrics']) ? each['public_metrics'] : {};
    const { impression_count: _public, ...metrics } = said;
    const { non_public_metrics: _owners, organic_metrics: _organic, ...rest } = each;
    return { ...post, ...rest, public_metrics: metrics };
  });
  const data = recorded.length === 0 ? [post] : recorded;
  const includes = isObject(body) && isObject(body['includes']) ? { includes: body['includes'] } : {};
  return { data, ...includes, meta: { result_count: data.length } };
}

function blank({ call }: PlatformRequest, body: unknown): unknown {
  switch (call) {
    case meCall:
      return { data: { ...user, confirmed_email: 'recorded@example.com' } };
    case timelineCall:
      return timelineBefore(body);
    case postsCall:
      return { data: [] };
    case 'POST /2/oauth2/token':
      return { token_type: 'bearer', access_token: 'recorded', expires_in: 7200 };
    default:
      return { revoked: true };
  }
}

export const twitterRecorded: RecordedPlatform = {
  calls: [
    { call: meCall, also: ['GET /2/users/{id}', 'GET /2/users/by/username/{username}'], for: ['identity', 'profile'] },
    { call: timelineCall, for: ['content'] },
    { call: postsCall, for: ['content'] },
    {
      call: 'GET /2/tweets/{id}',
      also: ['GET /2/tweets/{tweet-id}'],
      for: ['content'],
      items: {
        list: timelineCall,
        asList: (body) =>
          isObject(body['data']) ? { ...body, data: [body['data']], meta: { result_count: 1 } } : body,
      },
    },
    { call: 'POST /2/oauth2/token', for: ['access'] },
    { call: 'POST /2/oauth2/revoke', for: ['access'] },
  ],
  isLaterPage: ({ url }) => url.searchParams.has('pagination_token'),
  blank,
};
