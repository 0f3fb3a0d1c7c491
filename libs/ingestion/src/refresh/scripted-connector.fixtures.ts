import {
  PlatformError,
  type AccessGrant,
  type AccountReader,
  type AudienceReading,
  type ContentBatch,
  type FiguresReading,
  type Loss,
  type LossReason,
  type PlatformConnector,
  type PlatformTrouble,
  type PostReading,
  type ProfileReading,
} from '@linkage/platforms';
import type { AccountIdentity, ContentItem, PlatformId } from '@linkage/published-facts';
import { anAudience, aPost, aProfile, likes } from './refresh.fixtures';

type Post = readonly [ContentItem | Omit<PostReading, 'figures'>, FiguresReading];
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

export const aLoss = (lost: LossReason = 'unexpected', retryAt: Date | null = null): Loss => ({
  lost,
  reportId: 'report-7',
  retryAt,
});

export const aBatch = (posts: readonly Post[], more: Partial<ContentBatch> = {}): ContentBatch => ({
  posts: posts.map(([item, figures]) => ({ ...item, figures })),
  missing: [],
  ...more,
});

/** Nothing of the audience could be read. */
export const noAudience = (loss: Loss): AudienceReading => ({
  of: 'followers',
  countries: loss,
  cities: loss,
  ages: loss,
  genders: loss,
});

/** A platform whose answers a spec sets. Keeps what it was asked for. */
export class ScriptedConnector implements PlatformConnector {
  readonly usesPkce = false;
  readonly permissions = [
    { scope: 'instagram_business_basic', label: 'View your profile', required: true, without: 'it stays empty' },
  ];
  readonly contentTypes = ['image', 'story'] as const;
  readonly asked: string[] = [];

  identity: Script<AccountIdentity> = () => ({
    platformAccountId: '17841400000000001',
    username: 'atelier.amelie',
    displayName: 'Amélie Rousseau',
    avatarUrl: null,
  });
  /** The call that names the account. */
  naming: Script<void> = () => undefined;
  profile: Script<ProfileReading> = () => aProfile();
  audience: Script<AudienceReading> = () => anAudience();
  /** One batch per element, in order. */
  content: readonly Script<ContentBatch>[] = [
    () =>
      aBatch([
        [aPost('p2'), likes(20)],
        [aPost('p1', { type: 'story' }), likes(10)],
      ]),
  ];
  /** A call for a part was refused as if the access had ended. */
  inDoubt = false;
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

  readonly canRevoke = true;

  revoke(): Promise<void> {
    return Promise.resolve();
  }

  async identify(grant: AccessGrant): Promise<AccountIdentity> {
    this.asked.push(`identify with ${grant.accessToken}`);
    return this.identity(grant);
  }

  async open(grant: AccessGrant): Promise<AccountReader> {
    this.asked.push(`open with ${grant.accessToken}`);
    await this.naming(grant);
    const { platformAccountId } = await this.identity(grant);
    return {
      platformAccountId,
      profile: async () => this.profile(grant),
      audience: async () => this.audience(grant),
      content: () => this.batches(grant),
      accessIsInDoubt: () => this.inDoubt,
    };
  }

  private async *batches(grant: AccessGrant): AsyncIterable<ContentBatch> {
    for (const batch of this.content) yield await batch(grant);
  }
}
