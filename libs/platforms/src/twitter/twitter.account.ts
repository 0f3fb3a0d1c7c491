import type { AccountIdentity, Figure } from '@linkage/published-facts';
import type { AccountDefinition } from '../define-connector';
import { PlatformError } from '../errors';
import { isLoss, type Read } from '../loss';
import { figure } from '../mapping/reading';
import type { AudienceReading, ContentBatch, ProfileReading } from '../reading';
import type { AccountSession } from '../session';
import { TwitterApi } from './twitter.api';
import { twitterContent } from './twitter.content';
import { followersOf, identityOf, noAudience, profileOf, type NamedUser } from './twitter.mapper';
import { emailScope, type TwitterHosts } from './twitter.settings';

/** The account behind the token. */
export class TwitterAccount implements AccountDefinition<NamedUser> {
  private readonly api: TwitterApi;

  constructor(
    private readonly session: AccountSession,
    private readonly hosts: TwitterHosts,
  ) {
    this.api = new TwitterApi(session, hosts);
  }

  async me(): Promise<NamedUser> {
    const { data } = await this.api.me();
    const unread = isLoss(data) ? data : isLoss(data.id) ? data.id : undefined;
    if (unread !== undefined)
      throw new PlatformError(
        { outcome: 'unexpected', reportId: unread.reportId },
        'twitter: the answer does not say which account it is about',
      );
    return data as NamedUser;
  }

  identity(user: NamedUser): AccountIdentity {
    return identityOf(user);
  }

  followers(user: NamedUser): Read<number> | undefined {
    return followersOf(user);
  }

  async profile(user: NamedUser): Promise<ProfileReading> {
    return profileOf(user, await this.email(), this.hosts.www);
  }

  audience(): Promise<AudienceReading> {
    return Promise.resolve(noAudience);
  }

  content(user: NamedUser): AsyncIterable<ContentBatch> {
    return twitterContent(this.api, this.session, user, this.hosts.www);
  }

  private async email(): Promise<Read<Figure<string>>> {
    if (!this.session.may(emailScope)) return { is: 'permission-missing' };
    return figure(await this.api.email(), 'not-offered');
  }
}
