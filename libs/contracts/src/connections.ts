import { ineligibleReasons, type IneligibleReason } from '@linkage/platform-guide';
import type { ListParameters, Page } from './paging';
import type { AccountTroubleCause } from './invitations';
import type { PlatformId } from './platforms';

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
export interface LastingPart {
  section: 'profile' | 'audience' | 'content';
  part: string;
}

/** Health after a refresh that ended well at `at`. `parts`: what has been missing for long. */
export function healthWithout(parts: LastingPart[], before: AccountHealth, at: string): AccountHealth {
  if (parts.length === 0) return { state: 'ok' };
  return { state: 'partial', parts, since: before.state === 'partial' ? before.since : at };
}

export type RefreshTrouble =
  'rate-limited' | 'platform-down' | 'permission-missing' | 'gone' | 'unexpected' | 'needs-reauthorization';

export interface ConnectedAccountItem {
  accountId: string;
  invitationId: string;
  creatorName: string;
  creatorEmail: string;
  platform: PlatformId;
  username: string;
  displayName: string;
  avatarUrl: string | null;
  connectedAt: string;
  /** Last successful refresh; null before the first. */
  lastUpdatedAt: string | null;
  /** Followers or subscribers at the last refresh; null: none known yet. */
  followers: number | null;
  /** Connected (again) and not refreshed since: the figures are still to come, or those from before. */
  awaitsFigures: boolean;
  health: AccountHealth;
}

/** GET /api/accounts. `sort`: `health` (default) | `connectedAt` | `followers` | `creatorName` | `username`. Disconnected accounts are listed with their cause. */
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
  platform: PlatformId;
  startedAt: string;
  result: AttemptResult;
  /** 1 page opened · 2 sent over · 3 signed in · 4 agreed */
  step: 1 | 2 | 3 | 4;
  /** Code of `failureReasons`; null unless failed or abandoned. */
  reason: FailureReason | null;
  /** What happened, one line: "Noa pressed “Cancel” on the platform’s page". Filled by the server from the catalogue. */
  what: string | null;
  /** How the brand can help the creator. */
  help: string | null;
  /** How often this creator has failed on this platform. */
  tries: number;
}

/** GET /api/attempts. `result` defaults to `failed`; `all` shows every attempt. `sort`: `startedAt` (default, newest first). */
export interface AttemptListParameters extends ListParameters {
  result?: AttemptResult | 'all';
}

export interface AttemptList extends Page<AttemptItem> {
  counts: Record<'all' | AttemptResult, number>;
}

const reasonsOfConnecting = [
  'consent-denied',
  'permission-unticked',
  'account-linked-elsewhere',
  'already-used',
  'expired',
  'other-browser',
  'platform-down',
  'platform-refused',
  'invitation-withdrawn',
  'not-finished',
  'unexpected',
] as const;
export type FailureReason = (typeof reasonsOfConnecting)[number] | IneligibleReason;

/** Every named way in which connecting can fail; the platforms' manifests add the accounts that cannot be watched. Texts: `failureTextOf`. */
export const failureReasons: readonly FailureReason[] = [...reasonsOfConnecting, ...ineligibleReasons];

// ---- microsite -----------------------------------------------------------------------------------------------------

/** GET /api/microsite/:link. Changes nothing. 404 `not-found` for a tampered or unknown link. */
export interface Microsite {
  brand: string;
  invitedBy: string | null;
  creatorName: string;
  /** The invitation was withdrawn: `platforms` are those with accounts that can still be disconnected, and nothing can be connected. */
  withdrawn: boolean;
  platforms: MicrositePlatform[];
}

export interface MicrositePlatform {
  platform: PlatformId;
  /** false: this installation has no credentials for it; the button says "not available yet". */
  available: boolean;
  accounts: {
    accountId: string;
    username: string;
    displayName: string;
    working: boolean;
    cause: AccountTroubleCause | null;
  }[];
}

/**
 * POST /api/microsite/:link/connections/:platform → 201. The browser then goes to `authorizeUrl`. Sets the cookie that binds the attempt
 * to this browser. Only a POST starts a connection: mail scanners GET.
 */
export interface ConnectionStarted {
  attemptId: string;
  authorizeUrl: string;
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
  account: {
    accountId: string;
    username: string;
    displayName: string;
    avatarUrl: string | null;
    reconnected: boolean;
  } | null;
  reason: FailureReason | null;
  /** To the creator: what happened and what to do. */
  message: string | null;
  /** Permissions left unticked, in plain words. */
  missing: string[];
}
// POST /api/microsite/:link/accounts/:accountId/disconnect → 202 Accepted, also with the link of a withdrawn invitation
// POST /api/accounts/:id/disconnect → 202 Accepted: by a member
