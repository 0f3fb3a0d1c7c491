import { platformData, platforms, type manifests } from '@linkage/platform-guide';
import type { AccountIdentity, PlatformId, ProfileFigure } from '@linkage/published-facts';
import type {
  AccessGrant,
  AuthorizationRequest,
  CallbackAnswer,
  CallbackQuery,
  CodeExchange,
  PlatformConnector,
  PlatformSettings,
} from './connector';
import { PlatformClient, type AnswerRules, type ClientEnvironment } from './http';
import type { Loss } from './loss';
import type { AudienceReading, ContentBatch, ProfileReading } from './reading';
import { AccountSession } from './session';

/** Addresses by the names that a platform's manifest has for its hosts. */
export type HostsOf<P extends PlatformId> = Readonly<Record<keyof (typeof manifests)[P]['hosts'], string>>;

/** What a connector has to work with, one per installation. */
export interface ConnectorContext<P extends PlatformId> {
  readonly settings: PlatformSettings;
  readonly hosts: HostsOf<P>;
  readonly client: PlatformClient;
}

/** How access is asked for, renewed and given back. */
export interface OAuth {
  authorizeUrl(request: AuthorizationRequest): string;
  exchangeCode(exchange: CodeExchange): Promise<AccessGrant>;
  refreshAccess(grant: AccessGrant, now: Date): Promise<AccessGrant | null>;
  /** Absent: the platform has no such call. */
  revoke?(grant: AccessGrant): Promise<void>;
}

/** How one account is read. `Me` is what the call that names the account answers. */
export interface AccountDefinition<Me> {
  /** The call that names the account, at connecting and at the start of each refresh. @throws PlatformError */
  me(when: 'connecting' | 'refreshing'): Promise<Me>;
  identity(me: Me): AccountIdentity;
  profile(me: Me): Promise<ProfileReading>;
  audience(me: Me): Promise<AudienceReading>;
  content(me: Me): AsyncIterable<ContentBatch>;
}

/** What only this platform does. What it is (permissions, hosts, content types, figures) stands in its manifest. */
export interface ConnectorDefinition<P extends PlatformId, Me> {
  readonly platform: P;
  readonly usesPkce: boolean;
  /** How the answers about accounts are to be understood. */
  readonly rules: AnswerRules;
  readCallback(query: CallbackQuery): CallbackAnswer;
  oauth(context: ConnectorContext<P>): OAuth;
  account(session: AccountSession, hosts: HostsOf<P>): AccountDefinition<Me>;
}

export type CreateConnector = (settings: PlatformSettings, environment: ClientEnvironment) => PlatformConnector;

/** A connector from what only this platform does: the plumbing is the same for all. */
export const defineConnector =
  <P extends PlatformId, Me>(definition: ConnectorDefinition<P, Me>): CreateConnector =>
  (settings, environment) => {
    const { platform, usesPkce, rules, readCallback } = definition;
    const manifest = platforms[platform];
    const data = platformData[platform];
    const client = new PlatformClient(platform, environment);
    const hosts = { ...manifest.hosts, ...settings.hosts } as HostsOf<P>;
    const oauth = definition.oauth({ settings, hosts, client });
    const open = (grant: AccessGrant) => {
      const session = new AccountSession(client, rules, grant);
      return { session, account: definition.account(session, hosts) };
    };
    return {
      platform,
      usesPkce,
      permissions: Object.values(manifest.permissions),
      contentTypes: data.contentTypes.map(({ type }) => type),
      readCallback,
      authorizeUrl: (request) => oauth.authorizeUrl(request),
      exchangeCode: (exchange) => client.closed('exchangeCode', () => oauth.exchangeCode(exchange)),
      refreshAccess: (grant, now) => client.closed('refreshAccess', () => oauth.refreshAccess(grant, now)),
      revoke: (grant) => client.closed('revoke', async () => oauth.revoke?.(grant)),
      identify: (grant) =>
        client.closed('identify', async () => {
          const { account } = open(grant);
          return account.identity(await account.me('connecting'));
        }),
      open: (grant) =>
        client.closed('open', async () => {
          const { session, account } = open(grant);
          const me = await account.me('refreshing');
          return {
            profile: () =>
              account
                .profile(me)
                .catch((error) =>
                  lostProfile(Object.keys(data.profile) as ProfileFigure[], session.mistake('profile', error)),
                ),
            audience: () =>
              account.audience(me).catch((error) => lostAudience(data.audienceOf, session.mistake('audience', error))),
            content: () => withoutRejection(session, account.content(me)),
          };
        }),
    };
  };

/** A mistake of ours in one section costs that section. */
const lostProfile = (names: readonly ProfileFigure[], loss: Loss): ProfileReading => ({
  username: loss,
  displayName: loss,
  avatarUrl: loss,
  profileUrl: loss,
  email: loss,
  figures: Object.fromEntries(names.map((name) => [name, loss])),
});

const lostAudience = (of: AudienceReading['of'], loss: Loss): AudienceReading => ({
  of,
  countries: loss,
  cities: loss,
  ages: loss,
  genders: loss,
});

async function* withoutRejection(
  session: AccountSession,
  content: AsyncIterable<ContentBatch>,
): AsyncIterable<ContentBatch> {
  try {
    yield* content;
  } catch (error) {
    yield { posts: [], missing: [{ part: 'posts', loss: session.mistake('content', error) }] };
  }
}
