import { urlOf, type PlatformRequest } from '../http';
import { mapRead, type Read } from '../loss';
import type { AccountSession } from '../session';
import {
  clipsAnswer,
  followersAnswer,
  streamsAnswer,
  usersAnswer,
  videosAnswer,
  type ClipsAnswer,
  type StreamsAnswer,
  type UsersAnswer,
  type VideosAnswer,
} from './twitch.answers';
import type { TwitchHosts } from './twitch.settings';

export const pageSize = 100;

/** The calls of the Helix API. */
export class TwitchApi {
  constructor(
    private readonly session: AccountSession,
    private readonly hosts: TwitchHosts,
    private readonly clientId: string,
  ) {}

  /** The user of the token: the call that decides. @throws PlatformError */
  users(): Promise<UsersAnswer> {
    return this.session.decide(this.request('users', {}), usersAnswer);
  }

  async followers(broadcaster: string): Promise<Read<number>> {
    const request = this.request('channels/followers', { broadcaster_id: broadcaster, first: '1' });
    return mapRead(await this.session.ask(request, followersAnswer), ({ total }) => total);
  }

  async streams(user: string): Promise<Read<StreamsAnswer['data']>> {
    return mapRead(
      await this.session.ask(this.request('streams', { user_id: user }), streamsAnswer),
      ({ data }) => data,
    );
  }

  /** 100 past broadcasts, highlights and uploads, newest first. */
  videos(user: string, after: string | undefined): Promise<Read<VideosAnswer>> {
    const parameters = { user_id: user, sort: 'time', first: String(pageSize), after };
    return this.session.ask(this.request('videos', parameters), videosAnswer);
  }

  /** 100 clips, most viewed first: Twitch has no other order. */
  clips(broadcaster: string, after: string | undefined): Promise<Read<ClipsAnswer>> {
    const parameters = { broadcaster_id: broadcaster, first: String(pageSize), after };
    return this.session.ask(this.request('clips', parameters), clipsAnswer);
  }

  private request(resource: string, parameters: Readonly<Record<string, string | undefined>>): PlatformRequest {
    const path = `/helix/${resource}`;
    return {
      method: 'GET',
      url: urlOf(this.hosts.api, path, parameters),
      call: `GET ${path}`,
      bearer: this.session.accessToken,
      headers: { 'client-id': this.clientId },
    };
  }
}
