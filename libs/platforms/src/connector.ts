import type { Permission as ManifestPermission } from '@linkage/platform-guide';
import type { AccountIdentity, ContentType, PlatformId } from '@linkage/published-facts';
import type { AccountReader } from './reading';

/**
 * Where a platform is and who we are there. Base URLs point to the real hosts or to the sandbox; nothing else differs.
 */
export interface PlatformSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the platform's servers sign with what they post to our webhook; absent: it is not asked to post. */
  readonly webhookSecret?: string;
  /** By the connector's own names for its hosts, such as `authorize`, `api`, `graph`; absent: the real ones. */
  readonly hosts?: Readonly<Record<string, string>>;
}

/** Secrets of one account. They live in the vault only. Times are ISO UTC. */
export interface AccessGrant {
  readonly accessToken: string;
  readonly accessExpiresAt: string | null;
  readonly refreshToken: string | null;
  readonly refreshExpiresAt: string | null;
  /** When this access token was issued. Instagram refreshes only tokens older than 24 h. */
  readonly issuedAt: string;
  /** Permissions really granted, by the platform's names. */
  readonly granted: readonly string[];
  /** The platform's id of the account that this is the access to, where the token alone does not say. */
  readonly accountId?: string;
  /**
   * The platform's id of the log-in that agreed: what is taken back on the platform, is taken back for all that it
   * gave.
   */
  readonly loginId?: string;
}

/** One of the accounts that a creator gave access to by one consent. */
export interface OfferedAccount {
  readonly identity: AccountIdentity;
  /** null: the platform does not say here. */
  readonly followers: number | null;
  /** The access to this account alone. */
  readonly grant: AccessGrant;
}

/** A person took access back on the platform's own pages. */
export interface PlatformNotice {
  /** As in `AccessGrant.loginId`. */
  readonly loginId: string;
  /** When; access that was given since then stands. null: the platform does not say. */
  readonly at: Date | null;
}

/** What was posted to our webhook, as it came. */
export interface WebhookDelivery {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/**
 * What the platform's servers say to our webhook. `challenge`: it is ours if we answer with this text. `withdrawal`: a
 * person took access back. `ended`: they post no more. `other`: nothing that was asked for. `id`: the same when they
 * say it again.
 */
export type WebhookMessage = { readonly id: string } & (
  | { readonly is: 'challenge'; readonly answer: string }
  | { readonly is: 'withdrawal'; readonly notice: PlatformNotice }
  | { readonly is: 'ended'; readonly why: string }
  | { readonly is: 'other'; readonly what: string }
);

/** An address of ours to which the platform's servers post by themselves once they were asked to. */
export interface Webhook {
  /** Sees to it that they post there. `asked`: they were asked, and have not tried the address yet. */
  subscribe(address: string): Promise<'stands' | 'asked'>;
  /** null: they have not signed it, or it is too old. */
  read(delivery: WebhookDelivery): WebhookMessage | null;
}

export interface AuthorizationRequest {
  readonly state: string;
  readonly redirectUri: string;
  /** S256 challenge of the verifier; given when the connector says `usesPkce`. */
  readonly codeChallenge?: string;
  /** The platform is to ask which account to use, also where one is signed in. */
  readonly anotherAccount?: boolean;
}

export interface CodeExchange {
  readonly code: string;
  readonly redirectUri: string;
  readonly codeVerifier?: string;
}

/** Query of the redirect back to Linkage. */
export type CallbackQuery = Readonly<Record<string, string | undefined>>;

/** A code, or that the creator said no, or that the platform did (`refused` is its code for why, safe to keep). */
export type CallbackAnswer = { readonly code: string } | { readonly denied: true } | { readonly refused: string };

/** For platforms whose rules want apps to ask regularly whether a token still stands. */
export interface AccessCheck {
  readonly everyMs: number;
  /** @throws what the platform says instead, as `open` would */
  check(grant: AccessGrant): Promise<void>;
}

export type Permission = Pick<ManifestPermission, 'scope' | 'label' | 'required' | 'without'>;

/**
 * One platform. The same connector talks to the real platform and to the sandbox. Stateless; every call takes what it
 * needs. Every method but the two synchronous ones rejects with `PlatformError` only. Time-outs are the connector's own
 * (10 s per request).
 */
export interface PlatformConnector {
  readonly platform: PlatformId;
  readonly usesPkce: boolean;
  readonly permissions: readonly Permission[];
  /** Content types this platform can have, for the filter. */
  readonly contentTypes: readonly ContentType[];

  /** Where to send the creator's browser. */
  authorizeUrl(request: AuthorizationRequest): string;
  /** Reads what came back on the redirect: a code, or that consent was denied. */
  readCallback(query: CallbackQuery): CallbackAnswer;
  /**
   * @throws needs-reauthorization for a code that is used up, expired or not known: the creator has to agree once more
   */
  exchangeCode(exchange: CodeExchange): Promise<AccessGrant>;
  /**
   * null: nothing to do yet. A grant whose `accessExpiresAt` is not after `now` is always refreshed. A grant without a
   * refresh token keeps the old one: merging is the caller's work (see `vault`).
   * @throws needs-reauthorization when the platform says that there is nothing left to refresh with
   */
  refreshAccess(grant: AccessGrant, now: Date): Promise<AccessGrant | null>;
  /** The platform has a call that takes access back. */
  readonly canRevoke: boolean;
  /** Best effort; does nothing where the platform has no such call. */
  revoke(grant: AccessGrant): Promise<void>;
  /** Reads what the platform's servers post by themselves; null: they have not signed it. Absent: they post nothing. */
  noticeOf?(form: Readonly<Record<string, string>>): PlatformNotice | null;
  /** Absent: the platform posts to no webhook, or the operator has given no secret for it. */
  readonly webhook?: Webhook;
  /** Absent: access need not be asked for between refreshes. */
  readonly accessCheck?: AccessCheck;
  /** One consent can give access to several accounts: the grant of the log-in is none of an account. */
  readonly offersSeveral?: boolean;
  /**
   * All accounts that a consent gives access to, at least one, with the access to each. Absent: the one that `identify`
   * names.
   * @throws not-eligible where there is none that can be watched
   */
  accounts?(grant: AccessGrant): Promise<readonly OfferedAccount[]>;
  /** The account behind a grant, at connecting. @throws not-eligible for an account that cannot be watched */
  identify(grant: AccessGrant): Promise<AccountIdentity>;
  /**
   * Begins a reading of an account that is connected: asks the platform which account it is. This is the one call that
   * can fail a refresh or end a connection; the reader that it gives never rejects.
   */
  open(grant: AccessGrant): Promise<AccountReader>;
}
