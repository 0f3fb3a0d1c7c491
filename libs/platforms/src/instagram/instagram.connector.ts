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
import { InstagramAccount } from './instagram.account';
import { InstagramApi } from './instagram.api';
import { readInstagramCallback } from './instagram.callback';
import { instagramContent } from './instagram.content';
import { InstagramOAuth } from './instagram.oauth';
import {
  insightsScope,
  instagramContentTypes,
  instagramHosts,
  instagramPermissions,
  type InstagramHosts,
} from './instagram.settings';

/** Professional Instagram accounts, by the "Instagram API with Instagram Login". */
export class InstagramConnector implements PlatformConnector {
  readonly platform = 'instagram';
  readonly usesPkce = false;
  readonly permissions = instagramPermissions;
  readonly contentTypes = instagramContentTypes;

  private readonly client: PlatformClient;
  private readonly hosts: InstagramHosts;
  private readonly oauth: InstagramOAuth;

  constructor(settings: PlatformSettings, surroundings: ClientEnvironment) {
    this.client = new PlatformClient(this.platform, surroundings);
    this.hosts = { ...instagramHosts, ...settings.hosts };
    this.oauth = new InstagramOAuth(settings, this.hosts, this.client);
  }

  authorizeUrl(request: AuthorizationRequest): string {
    return this.oauth.authorizeUrl(request);
  }

  readCallback(query: CallbackQuery): CallbackAnswer {
    return readInstagramCallback(query);
  }

  exchangeCode(exchange: CodeExchange): Promise<AccessGrant> {
    return this.client.closed('exchangeCode', () => this.oauth.exchangeCode(exchange));
  }

  refreshAccess(grant: AccessGrant, now: Date): Promise<AccessGrant | null> {
    return this.client.closed('refreshAccess', () => this.oauth.refreshAccess(grant, now));
  }

  /** Instagram has no such call: creators remove apps in its settings. */
  revoke(): Promise<void> {
    return Promise.resolve();
  }

  identify(grant: AccessGrant): Promise<AccountIdentity> {
    return this.client.closed('identify', () => this.account(grant).identity());
  }

  fetchProfile(grant: AccessGrant): Promise<ProfileSnapshot> {
    return this.client.closed('fetchProfile', () => this.account(grant).profile(this.hosts.www));
  }

  fetchAudience(grant: AccessGrant): Promise<AudienceSnapshot> {
    return this.client.closed('fetchAudience', () => this.account(grant).audience());
  }

  fetchContent(grant: AccessGrant): AsyncIterable<ContentBatch> {
    return this.client.closedStream('fetchContent', this.content(grant));
  }

  private async *content(grant: AccessGrant): AsyncIterable<ContentBatch> {
    yield* instagramContent(this.api(grant), this.client, await this.account(grant).id(), mayReadInsights(grant));
  }

  private api(grant: AccessGrant): InstagramApi {
    return new InstagramApi(this.client, this.hosts.graph, grant.accessToken);
  }

  private account(grant: AccessGrant): InstagramAccount {
    return new InstagramAccount(this.api(grant), this.client, mayReadInsights(grant));
  }
}

const mayReadInsights = (grant: AccessGrant): boolean => grant.granted.includes(insightsScope);
