import { ineligibleReasons, type IneligibleReason } from '@linkage/platform-guide';
import type { ListParameters, Page } from './paging';
import type { AccountTroubleCause } from './invitations';
import type { PlatformId, Unavailable } from './platforms';

// ---- dashboard -----------------------------------------------------------------------------------------------------

/**
 * Health of an account: works; works, but refresh after refresh is without some part; refresh is late or failing
 * (figures are old, nothing for the creator to do); or needs the creator.
 */
export type AccountHealth =
  | { state: 'ok' }
  | { state: 'partial'; parts: LastingPart[]; since: string }
  | { state: 'late'; reason: RefreshTrouble; since: string }
  | { state: 'action-needed'; cause: AccountTroubleCause; since: string };

/** A part of an account, as in `MissingPart`. */
interface LastingPart {
  section: 'profile' | 'audience' | 'content';
  part: string;
}

/** Health after a refresh that ended well at `at`. `parts`: what has been missing for long. */
export function healthWithout(parts: LastingPart[], before: AccountHealth, at: string): AccountHealth {
  if (parts.length === 0) return { state: 'ok' };
  return { state: 'partial', parts, since: before.state === 'partial' ? before.since : at };
}

export type RefreshTrouble =
  | 'rate-limited'
  | 'platform-down'
  | 'permission-missing'
  | 'gone'
  /** Until its owner logs in to the platform. */
  | 'account-locked'
  | 'unexpected'
  | 'needs-reauthorization'
  /** The platform refuses the app of this installation: its operator has to see to it, and no creator. */
  | 'app-out-of-credits'
  | 'app-over-cap'
  | 'app-not-enrolled';

export interface ConnectedAccountItem {
  accountId: string;
  invitationId: string;
  creatorName: string;
  creatorEmail: string;
  platform: PlatformId;
  username: string;
  displayName: string;
  /** Where we serve its picture; null: none is kept. */
  avatarUrl: string | null;
  connectedAt: string;
  /** Last successful refresh; null before the first. */
  lastUpdatedAt: string | null;
  /** Followers or subscribers at the last refresh; null: none known yet. */
  followers: number | null;
  /** Why the last refresh had none; null: it had, or there was no refresh yet. */
  followersMissing: Unavailable | null;
  /** Connected (again) and not refreshed since: the figures are still to come, or those from before. */
  awaitsFigures: boolean;
  health: AccountHealth;
}

/**
 * GET /api/accounts. `sort`: `health` (default) | `connectedAt` | `followers` | `creatorName` | `username`.
 * Disconnected accounts are listed with their cause.
 */
export interface AccountListParameters extends ListParameters {
  platform?: PlatformId;
}

export interface AccountList extends Page<ConnectedAccountItem> {
  counts: { all: number } & Partial<Record<PlatformId, number>>;
}

export type AttemptResult = 'started' | 'succeeded' | 'failed' | 'abandoned';

export interface AttemptItem {
  attemptId: string;
  invitationId: string;
  creatorName: string;
  creatorEmail: string;
  /** Where we serve the picture of an account that the creator has connected; null: none is kept. */
  avatarUrl: string | null;
  platform: PlatformId;
  startedAt: string;
  result: AttemptResult;
  /** 1 page opened · 2 sent over · 3 signed in · 4 agreed */
  step: 1 | 2 | 3 | 4;
  /** Code of `failureReasons`; null unless failed or abandoned. */
  reason: FailureReason | null;
  /**
   * What happened, one line: "Noa pressed “Cancel” on the platform’s page". Filled by the server from the catalogue.
   */
  what: string | null;
  /** How the brand can help the creator. */
  help: string | null;
  /** How often this creator has failed on this platform. */
  tries: number;
  /**
   * ISO UTC, when the creator connected on this platform although this attempt stopped short; null: still not, or the
   * attempt succeeded.
   */
  connectedSince: string | null;
}

/**
 * GET /api/attempts. `result` defaults to `failed`; `all` shows every attempt; `open` the newest that stopped short, of
 * each creator and platform that has not connected since. `sort`: `startedAt` (default, newest first).
 */
export interface AttemptListParameters extends ListParameters {
  result?: AttemptResult | 'open' | 'all';
}

export interface AttemptList extends Page<AttemptItem> {
  counts: Record<'all' | 'open' | AttemptResult, number>;
}

const reasonsOfConnecting = [
  'consent-denied',
  'permission-unticked',
  'account-linked-elsewhere',
  'account-not-meant',
  'already-used',
  'expired',
  'other-browser',
  'platform-down',
  'platform-busy',
  'platform-refused',
  'app-refused',
  'account-locked',
  'invitation-withdrawn',
  'staging-limit-reached',
  'not-finished',
  'not-chosen',
  'unexpected',
] as const;
export type FailureReason = (typeof reasonsOfConnecting)[number] | IneligibleReason;

/**
 * Every named way in which connecting can fail; the platforms' manifests add the accounts that cannot be watched.
 * Texts: `failureTextOf`.
 */
export const failureReasons: readonly FailureReason[] = [...reasonsOfConnecting, ...ineligibleReasons];

// ---- microsite -----------------------------------------------------------------------------------------------------

/** GET /api/microsite/:link. Changes nothing. 404 `not-found` for a tampered or unknown link. */
export interface Microsite {
  brand: string;
  invitedBy: string | null;
  creatorName: string;
  /**
   * The invitation was withdrawn: `platforms` are those with accounts that can still be disconnected, and nothing can
   * be connected.
   */
  withdrawn: boolean;
  platforms: MicrositePlatform[];
}

export interface MicrositePlatform {
  platform: PlatformId;
  /** false: this installation has no credentials for it (any more); it is listed for its accounts only. */
  available: boolean;
  /** The attempt in which the creator still has to say which accounts are meant; null: there is none. */
  choosing: string | null;
  /** How many these are. One: it only has to be confirmed. */
  offered: number | null;
  accounts: {
    accountId: string;
    username: string;
    displayName: string;
    working: boolean;
    cause: AccountTroubleCause | null;
  }[];
}

/**
 * POST /api/microsite/:link/connections/:platform → 201. The browser then goes to `authorizeUrl`. Sets the cookie that
 * binds the attempt to this browser. Only a POST starts a connection: mail scanners GET.
 */
export interface ConnectionStarted {
  attemptId: string;
  authorizeUrl: string;
}

export interface ConnectedByAttempt {
  accountId: string;
  username: string;
  displayName: string;
  /** Where we serve its picture; null: none is kept (yet). */
  avatarUrl: string | null;
  reconnected: boolean;
}

/**
 * Accounts that a consent gave access to: one to be confirmed, or several to choose from. POST
 * /api/microsite/:link/attempts/:attemptId/choice → 202 says which are meant; `insteadOf` of `ConnectionRequest` says
 * that none is.
 */
export interface AccountChoice {
  /**
   * The account that was to be reconnected, where the consent was given for another; null: it is among these, or there
   * was none.
   */
  instead: { username: string } | null;
  /** ISO UTC: after this the access is forgotten, and the creator presses Connect once more. */
  until: string;
  /**
   * How many seats the brand's plan has left; null: any number. There may be fewer by the time that the answer comes.
   */
  seatsLeft: number | null;
  accounts: OfferedChoice[];
}

/** A permission that was not granted, to the creator. */
export interface MissingPermission {
  /** As the platform's page names it. */
  label: string;
  /** What it costs: "your audience stays empty". */
  without: string;
}

export interface OfferedChoice {
  /** The platform's own id. */
  id: string;
  username: string;
  displayName: string;
  /** Where we serve its picture; null: none is kept (yet). */
  avatarUrl: string | null;
  followers: number | null;
  /** Permissions without which some figures stay empty. */
  missing: MissingPermission[];
  /**
   * `yours`: connected by this creator already. `taken`: by another invite of the same brand, so that it cannot be
   * chosen.
   */
  standing: 'new' | 'yours' | 'taken';
  /** Connecting it takes a seat of the brand's plan. */
  takesSeat: boolean;
}

export interface RefusedByAttempt {
  /** null: it is not known any more. */
  username: string | null;
  /** To the creator: what happened and what to do. */
  message: string;
}

/**
 * After the platform, the browser lands on `/connect/<link>?attempt=<attemptId>`; the page asks
 * GET /api/microsite/:link/attempts/:attemptId.
 */
export interface AttemptOutcome {
  attemptId: string;
  platform: PlatformId;
  result: AttemptResult;
  /** Of the connected account; null unless succeeded. */
  account: ConnectedByAttempt | null;
  /** Further accounts that were chosen. */
  others: ConnectedByAttempt[];
  /** Accounts that were chosen, too, and could not be connected. */
  refused: RefusedByAttempt[];
  /** Id of the account that was to be connected again; null: any. */
  reconnects: string | null;
  /** Which accounts the creator has to choose from; null: there is nothing to choose. `result` is then `started`. */
  choice: AccountChoice | null;
  reason: FailureReason | null;
  /** To the creator: what happened and what to do. */
  message: string | null;
  /** Permissions left unticked. */
  missing: MissingPermission[];
}
// POST /api/microsite/:link/visits → 202 Accepted: the page is on the screen; GET and HEAD tell nothing, as mail
// scanners do them
// POST /api/microsite/:link/accounts/:accountId/disconnect → 202 Accepted, also with the link of a withdrawn invitation
// POST /api/accounts/:id/disconnect → 202 Accepted: by a member

/**
 * POST /api/oauth/:platform/delete-data → 200, as the platform demands it: where the person can look up what became of
 * it.
 */
export interface DeletionRequested {
  url: string;
  confirmation_code: string;
}
