import type { AccountIdentity, AudienceSnapshot, ProfileSnapshot } from '@linkage/published-facts';
import type {
  AccessGrant,
  AuthorizationRequest,
  CallbackAnswer,
  CallbackQuery,
  CodeExchange,
  ContentBatch,
  PlatformConnector,
  PlatformSettings,
} from '../connector';
import { PlatformClient, type ClientEnvironment } from '../http';
import { YoutubeAccount } from './youtube.account';
import { YoutubeApi } from './youtube.api';
import { readYoutubeCallback } from './youtube.callback';
import { youtubeContent } from './youtube.content';
import { YoutubeOAuth } from './youtube.oauth';
import {
  analyticsScope,
  youtubeContentTypes,
  youtubeHosts,
  youtubePermissions,
  type YoutubeHosts,
} from './youtube.settings';

/** YouTube channels, by the Data API v3 and the Analytics API v2. */
export class YoutubeConnector implements PlatformConnector {
  readonly platform = 'youtube';
  readonly usesPkce = true;
  readonly permissions = youtubePermissions;
  readonly contentTypes = youtubeContentTypes;

  private readonly client: PlatformClient;
  private readonly hosts: YoutubeHosts;
  private readonly oauth: YoutubeOAuth;

  constructor(settings: PlatformSettings, surroundings: ClientEnvironment) {
    this.client = new PlatformClient(this.platform, surroundings);
    this.hosts = { ...youtubeHosts, ...settings.hosts };
    this.oauth = new YoutubeOAuth(settings, this.hosts, this.client);
  }

  authorizeUrl(request: AuthorizationRequest): string {
    return this.oauth.authorizeUrl(request);
  }

  readCallback(query: CallbackQuery): CallbackAnswer {
    return readYoutubeCallback(query);
  }

  exchangeCode(exchange: CodeExchange): Promise<AccessGrant> {
    return this.client.closed('exchangeCode', () => this.oauth.exchangeCode(exchange));
  }

  refreshAccess(grant: AccessGrant, now: Date): Promise<AccessGrant | null> {
    return this.client.closed('refreshAccess', () => this.oauth.refreshAccess(grant, now));
  }

  revoke(grant: AccessGrant): Promise<void> {
    return this.client.closed('revoke', () => this.oauth.revoke(grant));
  }

  identify(grant: AccessGrant): Promise<AccountIdentity> {
    return this.client.closed('identify', () => this.account(grant).identity());
  }

  fetchProfile(grant: AccessGrant): Promise<ProfileSnapshot> {
    return this.client.closed('fetchProfile', () => this.account(grant).profile());
  }

  fetchAudience(grant: AccessGrant): Promise<AudienceSnapshot> {
    return this.client.closed('fetchAudience', () => this.account(grant).audience());
  }

  fetchContent(grant: AccessGrant): AsyncIterable<ContentBatch> {
    const source = {
      api: this.api(grant),
      account: this.account(grant),
      client: this.client,
      wwwHost: this.hosts.www,
      mayReadReports: grant.granted.includes(analyticsScope),
    };
    return this.client.closedStream('fetchContent', youtubeContent(source));
  }

  private api(grant: AccessGrant): YoutubeApi {
    return new YoutubeApi(this.client, this.hosts, grant.accessToken);
  }

  private account(grant: AccessGrant): YoutubeAccount {
    return new YoutubeAccount(this.api(grant), this.hosts, grant.granted, this.client.now);
  }
}
