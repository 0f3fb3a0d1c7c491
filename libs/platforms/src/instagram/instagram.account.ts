import type { AccountIdentity, AudienceSnapshot, ProfileSnapshot } from '@linkage/published-facts';
import { PlatformError, troubleOf } from '../errors';
import type { PlatformClient } from '../http';
import { count, type WhyNone } from '../mapping/reading';
import { audienceOf, breakdowns, noAudience, partsOf, type BreakdownReading } from './instagram.audience.mapper';
import type { InstagramApi } from './instagram.api';
import { availability, noneBecause, readInsights, type InsightsReading } from './instagram.insights';
import { identityOf, isProfessional, profileOf } from './instagram.mapper';
import type { InstagramDemographicBreakdown, InstagramUser } from './instagram.wire';

const daySeconds = 86_400;
const reachDays = 28;
/** Instagram tells who the followers are from this number on. */
const followersForAudience = 100;

/** The professional account behind the token. `mayReadInsights`: the creator granted it. */
export class InstagramAccount {
  constructor(
    private readonly api: InstagramApi,
    private readonly client: PlatformClient,
    private readonly mayReadInsights: boolean,
  ) {}

  /**
   * For an account that was not seen before. Of a personal account Instagram either tells the type or says that there is no such object.
   * @throws not-eligible for a personal account
   */
  async identity(): Promise<AccountIdentity> {
    try {
      const user = await this.api.me('id,user_id,username,name,account_type,profile_picture_url');
      if (isProfessional(user)) return identityOf(user) ?? this.notUnderstood();
    } catch (error) {
      if (troubleOf(error)?.outcome !== 'gone') throw error;
    }
    throw new PlatformError(
      { outcome: 'not-eligible', reason: 'not-professional-account' },
      'instagram: a personal account',
    );
  }

  /** The id that the account's lists and insights are under. */
  async id(): Promise<string> {
    return this.idOf(await this.api.me('id,user_id,username'));
  }

  async profile(wwwHost: string): Promise<ProfileSnapshot> {
    const user = await this.api.me(
      'id,user_id,username,name,account_type,profile_picture_url,followers_count,follows_count,media_count',
    );
    return profileOf(user, await this.reach(this.idOf(user)), wwwHost) ?? this.notUnderstood();
  }

  async audience(): Promise<AudienceSnapshot> {
    if (!this.mayReadInsights) return noAudience('permission-missing');
    const user = await this.api.me('id,user_id,username,followers_count');
    const id = this.idOf(user);
    const nothing = (count(user.followers_count) ?? 0) < followersForAudience ? 'below-threshold' : 'not-yet';
    const read = async (name: InstagramDemographicBreakdown) =>
      [name, await this.breakdown(id, name, nothing)] as const;
    const readings = await Promise.all(breakdowns.map(read));
    return audienceOf(Object.fromEntries(readings) as Record<InstagramDemographicBreakdown, BreakdownReading>);
  }

  /** Accounts reached in the 28 days before now. */
  private async reach(id: string): Promise<InsightsReading> {
    if (!this.mayReadInsights) return noneBecause('permission-missing');
    const until = Math.floor(this.client.now.getTime() / 1000);
    const window = { since: String(until - reachDays * daySeconds), until: String(until) };
    const parameters = { metric: 'reach', period: 'day', metric_type: 'total_value', ...window };
    try {
      const answer = await this.api.insights('user', id, parameters);
      return 'none' in answer ? noneBecause(availability[answer.none]) : readInsights(answer.insights);
    } catch (error) {
      return permissionMissing(error) ? noneBecause('permission-missing') : rethrow(error);
    }
  }

  /** `nothing`: what an empty answer means. */
  private async breakdown(
    id: string,
    breakdown: InstagramDemographicBreakdown,
    nothing: WhyNone,
  ): Promise<BreakdownReading> {
    const parameters = {
      metric: 'follower_demographics',
      period: 'lifetime',
      metric_type: 'total_value',
      timeframe: 'this_month',
    };
    try {
      const answer = await this.api.insights('user', id, { ...parameters, breakdown });
      if ('none' in answer) return availability[answer.none];
      const parts = partsOf(answer.insights);
      return parts.length === 0 ? nothing : parts;
    } catch (error) {
      return permissionMissing(error) ? 'permission-missing' : rethrow(error);
    }
  }

  private idOf(user: Partial<InstagramUser>): string {
    return (identityOf(user) ?? this.notUnderstood()).platformAccountId;
  }

  private notUnderstood(): never {
    throw this.client.malformed('GET /me');
  }
}

const permissionMissing = (error: unknown): boolean => troubleOf(error)?.outcome === 'permission-missing';

function rethrow(error: unknown): never {
  throw error;
}
