import type { AccountIdentity } from '@linkage/published-facts';
import type { AccountDefinition } from '../define-connector';
import { PlatformError, troubleOf } from '../errors';
import { isLoss, type Read } from '../loss';
import type { AudienceReading, ContentBatch, ProfileReading } from '../reading';
import type { AccountSession } from '../session';
import type { IdentityAnswer, ReadStats } from './tiktok.answers';
import { TiktokApi } from './tiktok.api';
import { tiktokContent } from './tiktok.content';
import { identityOf, noAudience, profileOf, type NamedUser } from './tiktok.mapper';
import { profileScope, statsScope, type TiktokHosts } from './tiktok.settings';

/** The account behind the token, as the Display API shows it. */
export class TiktokAccount implements AccountDefinition<NamedUser> {
  private readonly api: TiktokApi;
  private counted: Promise<Read<ReadStats> | undefined> | undefined;

  constructor(
    private readonly session: AccountSession,
    private readonly hosts: TiktokHosts,
  ) {
    this.api = new TiktokApi(session, hosts);
  }

  async me(): Promise<NamedUser> {
    const { data } = await this.answer();
    const user = isLoss(data) ? data : data.user;
    const unread = isLoss(user) ? user : isLoss(user.open_id) ? user.open_id : undefined;
    if (unread === undefined) return user as NamedUser;
    const { reportId } = unread;
    throw new PlatformError({ outcome: 'unexpected', reportId }, 'tiktok: the account could not be read');
  }

  identity(user: NamedUser): AccountIdentity {
    return identityOf(user);
  }

  async followers(): Promise<Read<number> | undefined> {
    const stats = await this.stats();
    return stats === undefined || isLoss(stats) ? stats : stats.follower_count;
  }

  async profile(user: NamedUser): Promise<ProfileReading> {
    return profileOf(user, await this.stats(), this.hosts.www);
  }

  audience(): Promise<AudienceReading> {
    return Promise.resolve(noAudience);
  }

  async *content(): AsyncIterable<ContentBatch> {
    const stats = await this.stats();
    const expected = stats === undefined || isLoss(stats) ? undefined : stats.video_count;
    yield* tiktokContent(this.api, this.session, isLoss(expected) ? undefined : expected);
  }

  /** A permission for the username that was taken back later costs the username, and not the account. */
  private async answer(): Promise<IdentityAnswer> {
    const mayProfile = this.session.may(profileScope);
    try {
      return await this.api.identity(mayProfile);
    } catch (error) {
      if (!mayProfile || troubleOf(error)?.outcome !== 'permission-missing') throw error;
      return this.api.identity(false);
    }
  }

  /** Asked for once per reading; undefined: the creator did not grant it. */
  private stats(): Promise<Read<ReadStats> | undefined> {
    this.counted ??= this.session.may(statsScope) ? this.api.stats() : Promise.resolve(undefined);
    return this.counted;
  }
}
