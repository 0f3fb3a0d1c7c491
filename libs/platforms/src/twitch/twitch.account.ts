import { value, type AccountIdentity, type Figure } from '@linkage/published-facts';
import { readable } from '../answers';
import type { AccountDefinition } from '../define-connector';
import { PlatformError } from '../errors';
import { isLoss, type Read } from '../loss';
import type { AudienceReading, ContentBatch, ProfileReading } from '../reading';
import type { AccountSession } from '../session';
import type { TwitchApi } from './twitch.api';
import { batchesOf, clipsOf, videosOf, type Listing } from './twitch.content';
import { identityOf, noAudience, profileOf, type NamedUser } from './twitch.mapper';
import { emailScope, type TwitchHosts } from './twitch.settings';

/** The channel of the user behind the token. */
export class TwitchAccount implements AccountDefinition<NamedUser> {
  private listed: Promise<Listing> | undefined;

  constructor(
    private readonly api: TwitchApi,
    private readonly session: AccountSession,
    private readonly hosts: TwitchHosts,
  ) {}

  async me(): Promise<NamedUser> {
    const { data } = await this.api.users();
    const { items, lost } = isLoss(data) ? { items: [], lost: [data] } : readable(data);
    const named = items.find((item): item is NamedUser => !isLoss(item.id));
    const [unread] = [...lost, ...items.map(({ id }) => id).filter(isLoss)];
    if (named !== undefined) return named;
    if (unread === undefined) throw new PlatformError({ outcome: 'gone', surmised: true }, 'twitch: no user was found');
    const { reportId } = unread;
    throw new PlatformError({ outcome: 'unexpected', reportId }, 'twitch: the user could not be read');
  }

  identity(user: NamedUser): AccountIdentity {
    return identityOf(user);
  }

  followers(user: NamedUser): Promise<Read<number>> {
    return this.api.followers(user.id);
  }

  async profile(user: NamedUser): Promise<ProfileReading> {
    const [followers, liveViewers, videos] = await Promise.all([
      this.api.followers(user.id),
      this.liveViewers(user),
      this.videos(user),
    ]);
    const mayEmail = this.session.may(emailScope);
    return profileOf(user, { followers, liveViewers, videos: videos.count, mayEmail }, this.hosts.www);
  }

  audience(): Promise<AudienceReading> {
    return Promise.resolve(noAudience);
  }

  async *content(user: NamedUser): AsyncIterable<ContentBatch> {
    const [videos, clips] = await Promise.all([this.videos(user), clipsOf(this.api, this.session, user.id)]);
    yield* batchesOf(videos, clips);
  }

  private async liveViewers(user: NamedUser): Promise<Read<Figure>> {
    const streams = await this.api.streams(user.id);
    if (isLoss(streams)) return streams;
    const { items, lost } = readable(streams);
    const [live] = items;
    if (live === undefined) return lost[0] ?? { is: 'not-applicable' };
    return isLoss(live.viewer_count) ? live.viewer_count : value(live.viewer_count);
  }

  /** Counted for the profile and given as content: read once. */
  private videos(user: NamedUser): Promise<Listing> {
    this.listed ??= videosOf(this.api, this.session, user.id);
    return this.listed;
  }
}
