import type { AccountIdentity } from '@linkage/published-facts';
import type { AccountDefinition } from '../define-connector';
import { PlatformError, troubleOf } from '../errors';
import { isLoss, known, type Loss, type Read } from '../loss';
import type { WhyNone } from '../mapping/reading';
import type { AudienceReading, ContentBatch, ProfileReading } from '../reading';
import type { AccountSession } from '../session';
import type { UserAnswer } from './instagram.answers';
import { InstagramApi } from './instagram.api';
import {
  audienceOf,
  breakdowns,
  noAudience,
  partsOf,
  type BreakdownReading,
  type BreakdownReadings,
} from './instagram-audience.mapper';
import { instagramContent } from './instagram.content';
import { availability, noneBecause, readInsights, type InsightsReading } from './instagram-insights';
import { accountIdOf, identityOf, isProfessional, profileOf } from './instagram.mapper';
import { insightsScope, type InstagramHosts } from './instagram.settings';
import type { InstagramDemographicBreakdown } from './instagram.wire';

const daySeconds = 86_400;
const reachDays = 28;
/** Instagram tells who the followers are from this number on. */
const followersForAudience = 100;

/** What `GET /me` names. */
export interface Me {
  readonly id: string;
  readonly user: UserAnswer;
}

/** The professional account behind the token. */
export class InstagramAccount implements AccountDefinition<Me> {
  private readonly api: InstagramApi;

  constructor(
    private readonly session: AccountSession,
    private readonly hosts: InstagramHosts,
  ) {
    this.api = new InstagramApi(session, hosts.graph);
  }

  /** Of a personal account Instagram either tells the type or says that there is no such object. */
  async me(when: 'connecting' | 'refreshing'): Promise<Me> {
    try {
      const user = await this.api.me();
      const id = accountIdOf(user);
      if (when === 'connecting' && !isProfessional(user)) throw personal();
      if (id !== undefined) return { id, user };
    } catch (error) {
      throw when === 'connecting' && troubleOf(error)?.outcome === 'gone' ? personal() : error;
    }
    const { reportId } = this.session.impossible('GET /me', 'names no account: there is no user_id');
    throw new PlatformError({ outcome: 'unexpected', reportId }, 'instagram: GET /me names no account');
  }

  identity({ id, user }: Me): AccountIdentity {
    return identityOf(id, user);
  }

  followers({ user }: Me): Read<number> | undefined {
    return user.followers_count;
  }

  async profile({ id, user }: Me): Promise<ProfileReading> {
    return profileOf(user, await this.reach(id), this.hosts.www, () =>
      this.session.impossible('GET /me', 'has no username'),
    );
  }

  async audience({ id, user }: Me): Promise<AudienceReading> {
    if (!this.session.may(insightsScope)) return noAudience('permission-missing');
    const followers = known(user.followers_count);
    const nothing = followers !== undefined && followers < followersForAudience ? 'below-threshold' : 'not-yet';
    const read = async (name: InstagramDemographicBreakdown) =>
      [name, await this.breakdown(id, name, nothing)] as const;
    return audienceOf(Object.fromEntries(await Promise.all(breakdowns.map(read))) as unknown as BreakdownReadings);
  }

  content({ id, user }: Me): AsyncIterable<ContentBatch> {
    return instagramContent(this.api, this.session, id, known(user.media_count));
  }

  /** Accounts reached in the 28 days before now. */
  private async reach(id: string): Promise<InsightsReading> {
    if (!this.session.may(insightsScope)) return noneBecause('permission-missing');
    const until = Math.floor(this.session.now.getTime() / 1000);
    const window = { since: String(until - reachDays * daySeconds), until: String(until) };
    const answer = await this.api.insights('user', id, {
      metric: 'reach',
      period: 'day',
      metric_type: 'total_value',
      ...window,
    });
    if (answer === 'refused-metric') return noneBecause(this.refused('reach'));
    if (typeof answer === 'string') return noneBecause(availability[answer]);
    return isLoss(answer) ? noneBecause(answer) : readInsights(answer);
  }

  private refused(metric: string): Loss {
    return this.session.impossible('GET /{ig-user-id}/insights', `${metric} is refused`);
  }

  /** `nothing`: what an empty answer means. */
  private async breakdown(
    id: string,
    breakdown: InstagramDemographicBreakdown,
    nothing: WhyNone,
  ): Promise<BreakdownReading> {
    const answer = await this.api.insights('user', id, {
      metric: 'follower_demographics',
      period: 'lifetime',
      metric_type: 'total_value',
      timeframe: 'this_month',
      breakdown,
    });
    if (answer === 'refused-metric') return this.refused(`follower_demographics by ${breakdown}`);
    if (typeof answer === 'string') return availability[answer];
    const parts = isLoss(answer) ? answer : partsOf(answer, breakdown);
    return !isLoss(parts) && parts.length === 0 ? nothing : parts;
  }
}

const personal = (): PlatformError =>
  new PlatformError({ outcome: 'not-eligible', reason: 'not-professional-account' }, 'instagram: a personal account');
