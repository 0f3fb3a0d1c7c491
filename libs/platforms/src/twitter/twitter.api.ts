import { urlOf, type PlatformAnswer, type PlatformRequest } from '../http';
import { isLoss, type Read } from '../loss';
import type { AccountSession } from '../session';
import {
  emailAnswer,
  meAnswer,
  postsAnswer,
  timelineAnswer,
  type MeAnswer,
  type PostsAnswer,
  type TimelineAnswer,
} from './twitter.answers';
import { emailScope, postsScope, usersScope, type TwitterHosts } from './twitter.settings';
import { withheldIn } from './withheld';

export const pageSize = 100;
/** X gives no older ones. */
export const mostReachable = 3_200;

export const meCall = 'GET /2/users/me';
export const timelineCall = 'GET /2/users/{id}/tweets';
export const postsCall = 'GET /2/tweets';

const userFields = 'id,name,username,profile_image_url,public_metrics';
const commonFields = ['created_at', 'public_metrics', 'attachments'];
/** The names of a parameter and of two fields in X's older and newer words; an answer follows the request. */
const spellings = {
  older: { parameter: 'tweet.fields', fields: [...commonFields, 'referenced_tweets', 'note_tweet'] },
  newer: { parameter: 'post.fields', fields: [...commonFields, 'referenced_posts', 'note_post'] },
} as const;

/** The calls of the API v2. */
export class TwitterApi {
  private spelling: keyof typeof spellings = 'older';

  constructor(
    private readonly session: AccountSession,
    private readonly hosts: TwitterHosts,
  ) {}

  /** The account of the token: the call that decides. @throws PlatformError */
  me(): Promise<MeAnswer> {
    const request = this.request('/2/users/me', meCall, usersScope, { 'user.fields': userFields });
    return this.session.decide(request, meAnswer);
  }

  /**
   * Asked for on its own: an app that may not have it is refused, and that must not cost the account. undefined: there
   * is none.
   */
  async email(): Promise<Read<string> | undefined> {
    const request = this.request('/2/users/me', meCall, emailScope, { 'user.fields': 'confirmed_email' });
    const answer = await this.session.ask(request, emailAnswer);
    if (isLoss(answer) || isLoss(answer.data)) return isLoss(answer) ? answer : (answer.data as Read<string>);
    return answer.data.confirmed_email ?? withheldIn(this.session, meCall, answer.errors, 'confirmed_email');
  }

  /** 100 posts, newest first, without reposts of others and without replies. */
  async timeline(userId: string, paginationToken: string | undefined): Promise<Read<TimelineAnswer>> {
    const first = await this.timelineAs(this.spelling, userId, paginationToken);
    if (first !== 'other-words') return first;
    this.spelling = this.spelling === 'older' ? 'newer' : 'older';
    const second = await this.timelineAs(this.spelling, userId, paginationToken);
    return second === 'other-words' ? this.session.impossible(timelineCall, 'knows neither of two spellings') : second;
  }

  /** At most 100 ids of the owner's posts, none older than 30 days. */
  ownersPosts(ids: readonly string[]): Promise<Read<PostsAnswer>> {
    const { parameter } = spellings[this.spelling];
    const parameters = { ids: ids.join(','), [parameter]: 'non_public_metrics,organic_metrics' };
    return this.session.ask(this.request('/2/tweets', postsCall, postsScope, parameters), postsAnswer);
  }

  private timelineAs(spelling: keyof typeof spellings, userId: string, paginationToken: string | undefined) {
    const { parameter, fields } = spellings[spelling];
    const request = this.request(`/2/users/${encodeURIComponent(userId)}/tweets`, timelineCall, postsScope, {
      max_results: String(pageSize),
      exclude: 'retweets,replies',
      [parameter]: fields.join(','),
      expansions: 'attachments.media_keys',
      'media.fields': 'media_key,type,url,preview_image_url,public_metrics',
      pagination_token: paginationToken,
    });
    const isUnknown = ({ status, body }: PlatformAnswer): boolean =>
      status === 400 && JSON.stringify(body).includes(parameter);
    return this.session.ask(request, timelineAnswer, (answer) =>
      isUnknown(answer) ? ('other-words' as const) : undefined,
    );
  }

  private request(
    path: string,
    call: string,
    needs: string,
    parameters: Readonly<Record<string, string | undefined>>,
  ): PlatformRequest {
    return {
      method: 'GET',
      url: urlOf(this.hosts.api, path, parameters),
      call,
      needs,
      bearer: this.session.accessToken,
    };
  }
}
