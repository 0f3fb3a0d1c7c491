import { urlOf, type PlatformRequest } from '../http';
import type { Read } from '../loss';
import type { AccountSession } from '../session';
import {
  insightsAnswer,
  liveAnswer,
  pageAnswer,
  postsAnswer,
  storiesAnswer,
  userAnswer,
  type InsightsAnswer,
  type LiveAnswer,
  type PageAnswer,
  type PostsAnswer,
  type StoriesAnswer,
} from './facebook.answers';
import { asksTooMuch } from '../meta/graph-error';
import { isRefusal, noInsightsBecause, type NoInsights } from './facebook.errors';
import { emailScope, engagementScope, graphVersion, insightsScope } from './facebook.settings';

type Parameters = Readonly<Record<string, string | undefined>>;

const pageFields = 'id,name,username,link,picture.width(320).height(320){url,is_silhouette},followers_count,fan_count';

/** The calls of the Graph API about one Page. */
export class FacebookApi {
  constructor(
    private readonly session: AccountSession,
    private readonly graphHost: string,
  ) {}

  /** A Page's own token takes `me` for the Page; other tokens do not. */
  private get pageId(): string {
    return encodeURIComponent(this.session.grant.accountId ?? 'me');
  }

  /** The Page itself: the call that decides. @throws PlatformError */
  page(): Promise<PageAnswer> {
    const request = this.request(`/${this.pageId}`, 'GET /{page-id}', engagementScope, { fields: pageFields });
    return this.session.decide(request, pageAnswer);
  }

  /** The person who gave the access, whose token stands beside the Page's. */
  user(token: string) {
    return this.session.ask(
      { ...this.request('/me', 'GET /me', emailScope, { fields: 'id,email' }), bearer: token },
      userAnswer,
    );
  }

  posts(parameters: Parameters): Promise<Read<PostsAnswer>> {
    return this.session.ask(this.edge('published_posts', engagementScope, parameters), postsAnswer);
  }

  /** `too-much`: Facebook wants to be asked for fewer at once. */
  postsIfFew(parameters: Parameters): Promise<Read<PostsAnswer> | 'too-much'> {
    return this.session.ask(this.edge('published_posts', engagementScope, parameters), postsAnswer, asksTooMuch);
  }

  stories(parameters: Parameters): Promise<Read<StoriesAnswer>> {
    return this.session.ask(this.edge('stories', engagementScope, parameters), storiesAnswer);
  }

  /** `none`: Facebook says no, as it does where a Page was never live or the app may not see it. */
  liveVideos(parameters: Parameters): Promise<Read<LiveAnswer> | 'none'> {
    return this.session.ask(this.edge('live_videos', engagementScope, parameters), liveAnswer, (answer) =>
      isRefusal(answer) ? 'none' : undefined,
    );
  }

  pageInsights(parameters: Parameters): Promise<Read<InsightsAnswer> | NoInsights> {
    return this.session.ask(this.edge('insights', insightsScope, parameters), insightsAnswer, noInsightsBecause);
  }

  postInsights(id: string, parameters: Parameters): Promise<Read<InsightsAnswer> | NoInsights> {
    const path = `/${encodeURIComponent(id)}/insights`;
    const request = this.request(path, 'GET /{post-id}/insights', insightsScope, parameters);
    return this.session.ask(request, insightsAnswer, noInsightsBecause);
  }

  private edge(name: string, needs: string, parameters: Parameters): PlatformRequest {
    return this.request(`/${this.pageId}/${name}`, `GET /{page-id}/${name}`, needs, parameters);
  }

  private request(path: string, call: string, needs: string, parameters: Parameters): PlatformRequest {
    const url = urlOf(this.graphHost, `/${graphVersion}${path}`, parameters);
    return { method: 'GET', url, call, needs, bearer: this.session.accessToken };
  }
}
