import {
  PlatformError,
  type AccessGrant,
  type ContentBatch,
  type PlatformConnector,
  type PlatformTrouble,
} from '@linkage/platforms';
import type {
  AccountIdentity,
  AudienceSnapshot,
  ContentFigures,
  ContentItem,
  PlatformId,
  ProfileSnapshot,
} from '@linkage/published-facts';
import { anAudience, aPost, aProfile, likes } from './refresh.fixtures';

type Post = readonly [ContentItem, ContentFigures];
type Script<T> = (grant: AccessGrant) => T | Promise<T>;

export const aGrant = (accessToken = 'access-1'): AccessGrant => ({
  accessToken,
  accessExpiresAt: null,
  refreshToken: 'refresh-1',
  refreshExpiresAt: null,
  issuedAt: '2026-11-20T06:00:00.000Z',
  granted: ['instagram_business_basic'],
});

export const trouble =
  (of: PlatformTrouble): (() => never) =>
  () => {
    throw new PlatformError(of, `scripted: ${of.outcome}`);
  };

export const aBatch = (posts: readonly Post[]): ContentBatch => ({
  items: posts.map(([item]) => item),
  figures: posts.map(([, figures]) => figures),
});

/** A platform whose answers a spec sets. Keeps what it was asked for. */
export class ScriptedConnector implements PlatformConnector {
  readonly usesPkce = false;
  readonly permissions = [{ scope: 'instagram_business_basic', label: 'View your profile', required: true }];
  readonly contentTypes = ['image', 'story'] as const;
  readonly asked: string[] = [];

  profile: Script<ProfileSnapshot> = () => aProfile();
  audience: Script<AudienceSnapshot> = () => anAudience();
  /** One batch per element, in order. */
  content: readonly Script<ContentBatch>[] = [
    () =>
      aBatch([
        [aPost('p2'), likes(20)],
        [aPost('p1', { type: 'story' }), likes(10)],
      ]),
  ];
  /** Answer to a refresh of the access. */
  renewed: Script<AccessGrant | null> = () => null;

  constructor(readonly platform: PlatformId = 'instagram') {}

  authorizeUrl(): string {
    return 'https://platform.example/authorize';
  }

  readCallback(): { readonly denied: true } {
    return { denied: true };
  }

  exchangeCode(): Promise<AccessGrant> {
    return Promise.resolve(aGrant());
  }

  async refreshAccess(grant: AccessGrant): Promise<AccessGrant | null> {
    return this.renewed(grant);
  }

  revoke(): Promise<void> {
    return Promise.resolve();
  }

  identify(): Promise<AccountIdentity> {
    return Promise.resolve({
      platformAccountId: '17841400000000001',
      username: 'atelier.amelie',
      displayName: 'Amélie Rousseau',
      avatarUrl: null,
    });
  }

  async fetchProfile(grant: AccessGrant): Promise<ProfileSnapshot> {
    this.asked.push(`profile with ${grant.accessToken}`);
    return this.profile(grant);
  }

  async fetchAudience(grant: AccessGrant): Promise<AudienceSnapshot> {
    this.asked.push(`audience with ${grant.accessToken}`);
    return this.audience(grant);
  }

  async *fetchContent(grant: AccessGrant): AsyncIterable<ContentBatch> {
    this.asked.push(`content with ${grant.accessToken}`);
    for (const batch of this.content) yield await batch(grant);
  }
}
