import { platformData, platforms, type manifests } from '@linkage/platform-guide';
import type { AccountIdentity, PlatformId, ProfileFigure } from '@linkage/published-facts';
import type {
  AccessCheck,
  AccessGrant,
  AuthorizationRequest,
  CallbackAnswer,
  CallbackQuery,
  CodeExchange,
  OfferedAccount,
  PlatformConnector,
  PlatformNotice,
  PlatformSettings,
  Webhook,
  WebhookDelivery,
} from './connector';
import { PlatformClient, type AnswerRules, type ClientEnvironment } from './http';
import { known, type Loss, type Read } from './loss';
import type { AudienceReading, ContentBatch, ProfileReading } from './reading';
import { AccountSession } from './session';

/** Addresses by the names that a platform's manifest has for its hosts. */
type HostsOf<P extends PlatformId> = Readonly<Record<keyof (typeof manifests)[P]['hosts'], string>>;

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
  /** Where one consent can give access to several accounts, or to none. */
  accounts?(grant: AccessGrant): Promise<readonly OfferedAccount[]>;
  /** Absent: the platform's servers post nothing by themselves. */
  noticeOf?(form: Readonly<Record<string, string>>): PlatformNotice | null;
  /** Absent: the platform has no such call. */
  revoke?(grant: AccessGrant): Promise<void>;
  /** Absent: the platform's rules want nothing of the kind. */
  readonly accessCheck?: AccessCheck;
}

/** How one account is read. `Me` is what the call that names the account answers. */
export interface AccountDefinition<Me> {
  /** The call that names the account, at connecting and at the start of each refresh. @throws PlatformError */
  me(when: 'connecting' | 'refreshing'): Promise<Me>;
  identity(me: Me): AccountIdentity;
  /** For the question whether this is the account that is meant; absent: not shown there. */
  followers?(me: Me): Read<number> | undefined | Promise<Read<number> | undefined>;
  profile(me: Me): Promise<ProfileReading>;
  audience(me: Me): Promise<AudienceReading>;
  content(me: Me): AsyncIterable<ContentBatch>;
}

/** What only this platform does. What it is (permissions, hosts, content types, figures) stands in its manifest. */
interface ConnectorDefinition<P extends PlatformId, Me> {
  readonly platform: P;
  readonly usesPkce: boolean;
  /** How the answers about accounts are to be understood. */
  readonly rules: AnswerRules;
  readCallback(query: CallbackQuery): CallbackAnswer;
  oauth(context: ConnectorContext<P>): OAuth;
  account(session: AccountSession, hosts: HostsOf<P>, settings: PlatformSettings): AccountDefinition<Me>;
  /** Absent: the platform posts to no webhook. */
  webhook?(context: ConnectorContext<P>, secret: string): Webhook;
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
    const webhook =
      settings.webhookSecret === undefined
        ? undefined
        : definition.webhook?.({ settings, hosts, client }, settings.webhookSecret);
    const open = (grant: AccessGrant) => {
      const session = new AccountSession(client, rules, grant);
      return { session, account: definition.account(session, hosts, settings) };
    };
    return {
      platform,
      usesPkce,
      permissions: Object.values(manifest.permissions),
      contentTypes: data.contentTypes.map(({ type }) => type),
      readCallback,
      authorizeUrl: (request) =>
        request.anotherAccount
          ? asking(oauth.authorizeUrl(request), manifest.otherAccount.ask)
          : oauth.authorizeUrl(request),
      exchangeCode: (exchange) => client.closed('exchangeCode', () => oauth.exchangeCode(exchange)),
      refreshAccess: (grant, now) => client.closed('refreshAccess', () => oauth.refreshAccess(grant, now)),
      canRevoke: oauth.revoke !== undefined,
      revoke: (grant) => client.closed('revoke', async () => oauth.revoke?.(grant)),
      ...(oauth.accessCheck && { accessCheck: closedCheck(client, oauth.accessCheck) }),
      ...(oauth.noticeOf && {
        noticeOf: (form: Readonly<Record<string, string>>) => oauth.noticeOf?.(form) ?? null,
      }),
      ...(webhook && {
        webhook: {
          subscribe: (address: string) => client.closed('subscribe', () => webhook.subscribe(address)),
          read: (delivery: WebhookDelivery) => webhook.read(delivery),
        },
      }),
      offersSeveral: oauth.accounts !== undefined,
      accounts: (grant) =>
        client.closed('accounts', async () => {
          if (oauth.accounts !== undefined) return oauth.accounts(grant);
          const opened = open(grant);
          const me = await opened.account.me('connecting');
          const identity = opened.account.identity(me);
          const followers = await countOf(opened, me);
          return [{ identity, followers, grant: { ...grant, loginId: grant.loginId ?? identity.platformAccountId } }];
        }),
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
            platformAccountId: account.identity(me).platformAccountId,
            profile: () =>
              account
                .profile(me)
                .catch((error) =>
                  lostProfile(Object.keys(data.profile) as ProfileFigure[], session.mistake('profile', error)),
                ),
            audience: () =>
              account.audience(me).catch((error) => lostAudience(data.audienceOf, session.mistake('audience', error))),
            content: () => withoutRejection(session, account.content(me)),
            accessIsInDoubt: () => session.accessIsInDoubt,
          };
        }),
    };
  };

/** `address` with these parameters in the place of its own. */
const asking = (address: string, parameters: Readonly<Record<string, string>>): string => {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
};

/** A count that cannot be had is no reason to fail. */
const countOf = async <Me>(
  { session, account }: { session: AccountSession; account: AccountDefinition<Me> },
  me: Me,
): Promise<number | null> => {
  try {
    return known(await account.followers?.(me)) ?? null;
  } catch (error) {
    session.mistake('followers', error);
    return null;
  }
};

const closedCheck = (client: PlatformClient, { everyMs, check }: AccessCheck): AccessCheck => ({
  everyMs,
  check: (grant) => client.closed('accessCheck', () => check(grant)),
});

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
