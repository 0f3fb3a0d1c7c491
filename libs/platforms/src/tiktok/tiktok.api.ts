import { urlOf } from '../http';
import { isLoss, mapRead, type Read } from '../loss';
import type { AccountSession } from '../session';
import {
  identityAnswer,
  statsAnswer,
  videoListAnswer,
  type IdentityAnswer,
  type ReadStats,
  type VideoPage,
} from './tiktok.answers';
import { basicScope, profileScope, statsScope, videosScope, type TiktokHosts } from './tiktok.settings';

export const pageSize = 20;
const basicFields = ['open_id', 'display_name', 'avatar_url', 'avatar_url_100', 'avatar_large_url'];
const profileFields = ['username', 'profile_deep_link'];
const statsFields = ['follower_count', 'following_count', 'video_count'];
const videoFields = [
  'id',
  'create_time',
  'title',
  'video_description',
  'share_url',
  'cover_image_url',
  'like_count',
  'comment_count',
  'share_count',
  'view_count',
];
const userInfo = 'GET /v2/user/info/';
export const videoList = 'POST /v2/video/list/';

/**
 * The calls of the Display API. A field whose scope is missing refuses a whole call, so that fields are asked for by
 * scope.
 */
export class TiktokApi {
  constructor(
    private readonly session: AccountSession,
    private readonly hosts: TiktokHosts,
  ) {}

  /** The account of the token: the call that decides. `withProfile`: the username as well. @throws PlatformError */
  identity(withProfile: boolean): Promise<IdentityAnswer> {
    const fields = withProfile ? [...basicFields, ...profileFields] : basicFields;
    const needs = withProfile ? profileScope : basicScope;
    return this.session.decide(this.userInfo(fields, needs), identityAnswer);
  }

  async stats(): Promise<Read<ReadStats>> {
    const answer = await this.session.ask(this.userInfo(statsFields, statsScope), statsAnswer);
    return mapRead(answer, ({ data }) => mapRead(data, ({ user }) => user));
  }

  /** 20 videos, newest first, older than `cursor`. */
  async videos(cursor: string | undefined): Promise<Read<VideoPage>> {
    const answer = await this.session.ask(
      {
        method: 'POST',
        url: urlOf(this.hosts.api, '/v2/video/list/', { fields: videoFields.join(',') }),
        call: videoList,
        needs: videosScope,
        bearer: this.session.accessToken,
        json: { max_count: pageSize, ...(cursor !== undefined && { cursor: Number(cursor) }) },
      },
      videoListAnswer,
    );
    return isLoss(answer) ? answer : answer.data;
  }

  private userInfo(fields: readonly string[], needs: string) {
    const url = urlOf(this.hosts.api, '/v2/user/info/', { fields: fields.join(',') });
    return { method: 'GET', url, call: userInfo, needs, bearer: this.session.accessToken } as const;
  }
}
