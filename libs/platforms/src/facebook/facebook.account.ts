import { value, type AccountIdentity, type Figure } from '@linkage/published-facts';
import type { AccountDefinition } from '../define-connector';
import { PlatformError } from '../errors';
import { isLoss, known, type Loss, type Read } from '../loss';
import type { WhyNone } from '../mapping/reading';
import type { AudienceReading, ContentBatch, ProfileReading } from '../reading';
import type { AccountSession } from '../session';
import type { PageAnswer } from './facebook.answers';
import { FacebookApi } from './facebook.api';
import { audienceOf, placesOf, type PlacesReading } from './facebook-audience.mapper';
import { facebookContent } from './facebook.content';
import { availability, metricsOf, type MetricValue } from './facebook-insights';
import { followersOf, identityOf, profileOf } from './facebook.mapper';
import { emailScope, followersForInsights, insightsScope, type FacebookHosts } from './facebook.settings';

const daySeconds = 86_400;
/** The newest day is often empty; figures come up to two days late. */
const audienceDays = 5;

/** What `GET /{page-id}` names. */
export interface Me {
  readonly id: string;
  readonly page: PageAnswer;
}

/** The Page behind the token. */
export class FacebookAccount implements AccountDefinition<Me> {
  private readonly api: FacebookApi;

  constructor(
    private readonly session: AccountSession,
    private readonly hosts: FacebookHosts,
  ) {
    this.api = new FacebookApi(session, hosts.graph);
  }

  async me(): Promise<Me> {
    const page = await this.api.page();
    const id = known(page.id);
    if (id !== undefined) return { id, page };
    const { reportId } = this.session.impossible('GET /{page-id}', 'names no Page: there is no id');
    throw new PlatformError({ outcome: 'unexpected', reportId }, 'facebook: GET /{page-id} names no Page');
  }

  identity({ id, page }: Me): AccountIdentity {
    return identityOf(id, page);
  }

  async profile({ id, page }: Me): Promise<ProfileReading> {
    return profileOf(id, page, {
      posts: await this.posts(),
      reach28d: await this.reach(page),
      email: await this.email(),
      wwwHost: this.hosts.www,
      without: (field) => this.session.impossible('GET /{page-id}', `has no ${field}`),
    });
  }

  async audience({ page }: Me): Promise<AudienceReading> {
    return audienceOf(await this.places(page, 'page_follows_country'), await this.places(page, 'page_follows_city'));
  }

  content({ page }: Me): AsyncIterable<ContentBatch> {
    return facebookContent(this.api, this.session, this.hosts.www, this.nothing(page));
  }

  /** What insights that are not there mean. */
  private nothing(page: PageAnswer): WhyNone {
    const followers = known(followersOf(page));
    return followers !== undefined && followers < followersForInsights ? 'below-threshold' : 'not-yet';
  }

  private async posts(): Promise<Read<number>> {
    const list = await this.api.posts({ fields: 'id', summary: 'total_count', limit: '0' });
    if (isLoss(list) || isLoss(list.summary)) return isLoss(list) ? list : (list.summary as Loss);
    return list.summary?.total_count ?? this.session.impossible('GET /{page-id}/published_posts', 'has no total_count');
  }

  /** Of the person: a Page's own is not asked for. Not every person has one that Facebook shares. */
  private async email(): Promise<ProfileReading['email']> {
    const token = this.session.grant.refreshToken ?? null;
    if (!this.session.may(emailScope)) return { is: 'permission-missing' };
    if (token === null) return { is: 'not-offered' };
    const user = await this.api.user(token);
    if (isLoss(user) || isLoss(user.email)) return isLoss(user) ? user : (user.email as Loss);
    if (user.email !== undefined) return value(user.email);
    return isLoss(user.id) ? user.id : { is: 'not-offered' };
  }

  /** Different people that saw anything of the Page in 28 days, as of the newest day that is worked out. */
  private async reach(page: PageAnswer): Promise<Read<Figure>> {
    const read = await this.metric(page, 'page_total_media_view_unique', 'days_28');
    if (isLoss(read)) return read;
    if (typeof read === 'string') return { is: read };
    return typeof read === 'number'
      ? value(read)
      : this.session.impossible('GET /{page-id}/insights', 'reach has parts');
  }

  private async places(page: PageAnswer, metric: string): Promise<PlacesReading> {
    const read = await this.metric(page, metric, 'day');
    if (isLoss(read) || typeof read === 'string') return read;
    return placesOf(read, () => this.session.impossible('GET /{page-id}/insights', `${metric} has no parts`));
  }

  /** The newest value of one metric. Each is asked for alone, since one that is refused fails the whole call. */
  private async metric(page: PageAnswer, metric: string, period: string): Promise<Read<MetricValue> | WhyNone> {
    if (!this.session.may(insightsScope)) return 'permission-missing';
    const until = Math.floor(this.session.now.getTime() / 1000);
    const window = { since: String(until - audienceDays * daySeconds), until: String(until) };
    const answer = await this.api.pageInsights({ metric, period, ...window });
    if (answer === 'refused-metric') return this.session.impossible('GET /{page-id}/insights', `${metric} is refused`);
    if (typeof answer === 'string') return availability[answer];
    const metrics = isLoss(answer) ? answer : metricsOf(answer, period);
    return isLoss(metrics) ? metrics : (metrics.get(metric) ?? this.nothing(page));
  }
}
