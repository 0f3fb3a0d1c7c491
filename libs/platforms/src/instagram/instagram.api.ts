import { urlOf, type PlatformRequest } from '../http';
import type { Read } from '../loss';
import type { AccountSession } from '../session';
import {
  insightsAnswer,
  mediaAnswer,
  userAnswer,
  type InsightsAnswer,
  type MediaAnswer,
  type UserAnswer,
} from './instagram.answers';
import { asksTooMuch } from '../meta/graph-error';
import { noInsightsBecause, type NoInsights } from './instagram.errors';
import { basicScope, graphVersion, insightsScope } from './instagram.settings';

type Parameters = Readonly<Record<string, string | undefined>>;

const userFields =
  'id,user_id,username,name,account_type,profile_picture_url,followers_count,follows_count,media_count';

/** The calls of the Instagram API. */
export class InstagramApi {
  constructor(
    private readonly session: AccountSession,
    private readonly graphHost: string,
  ) {}

  /** The account itself: the call that decides. @throws PlatformError */
  me(): Promise<UserAnswer> {
    return this.session.decide(this.request('/me', 'GET /me', basicScope, { fields: userFields }), userAnswer);
  }

  mediaPage(userId: string, edge: 'media' | 'stories', parameters: Parameters): Promise<Read<MediaAnswer>> {
    const path = `/${encodeURIComponent(userId)}/${edge}`;
    return this.session.ask(this.request(path, `GET /{ig-user-id}/${edge}`, basicScope, parameters), mediaAnswer);
  }

  /** `too-much`: Instagram wants to be asked for fewer at once. */
  mediaIfFew(userId: string, parameters: Parameters): Promise<Read<MediaAnswer> | 'too-much'> {
    const path = `/${encodeURIComponent(userId)}/media`;
    const request = this.request(path, 'GET /{ig-user-id}/media', basicScope, parameters);
    return this.session.ask(request, mediaAnswer, asksTooMuch);
  }

  insights(
    of: 'user' | 'media' | 'story',
    id: string,
    parameters: Parameters,
  ): Promise<Read<InsightsAnswer> | NoInsights> {
    const call = of === 'user' ? 'GET /{ig-user-id}/insights' : 'GET /{ig-media-id}/insights';
    const request = this.request(`/${encodeURIComponent(id)}/insights`, call, insightsScope, parameters);
    return this.session.ask(request, insightsAnswer, (answer) => noInsightsBecause(answer, of === 'story'));
  }

  private request(path: string, call: string, needs: string, parameters: Parameters): PlatformRequest {
    const url = urlOf(this.graphHost, `/${graphVersion}${path}`, parameters);
    return { method: 'GET', url, call, needs, bearer: this.session.accessToken };
  }
}
