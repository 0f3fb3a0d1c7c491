import type { IneligibleReason } from '@linkage/platform-guide';
import type { AccessLostCause } from '@linkage/published-facts';

/**
 * What can go wrong with a platform: a small closed set that says what to do next. Expected outcomes, not crashes: a
 * connector throws nothing else (a bug excepted), and the caller turns it into a fact.
 *
 * - `refresh-token`: the access token is stale; refresh it and try once more. Never leaves `withFreshAccess`.
 * - `needs-reauthorization`: only the creator can repair it. The one outcome that breaks a connection.
 * - `permission-missing`: a scope was not granted; that section has no data.
 * - `rate-limited`: wait until `retryAt`; null: the platform does not say until when. · `platform-down`: 5xx, time-out,
 *   cut or malformed answer. · `gone`: the object no longer exists; `surmised`: the platform has not said so, an answer
 *   merely has no account in it.
 * - `account-locked`: until its owner logs in to the platform. The access stands.
 * - `app-out-of-credits`, `app-over-cap` (until `retryAt`), `app-not-enrolled`: the platform refuses the app as a
 *   whole, or `ofThisCall`. Nothing that the creator could repair, and no matter of minutes: it is the operator's.
 * - `unexpected`: anything else; `reportId` stands in the log beside the status and a body without secrets.
 */
export type PlatformTrouble =
  | { readonly outcome: 'refresh-token' }
  | { readonly outcome: 'needs-reauthorization'; readonly cause: AccessLostCause }
  | { readonly outcome: 'permission-missing'; readonly permission: string }
  | { readonly outcome: 'rate-limited'; readonly retryAt: Date | null }
  | { readonly outcome: 'platform-down' }
  | { readonly outcome: 'account-locked' }
  | { readonly outcome: 'gone'; readonly surmised?: true }
  | { readonly outcome: AppTrouble; readonly retryAt: Date | null; readonly ofThisCall?: true }
  | { readonly outcome: 'not-eligible'; readonly reason: IneligibleReason }
  | { readonly outcome: 'unexpected'; readonly reportId: string };

/** What only the operator of this installation can change: the app's credits, caps and plan. */
export const appTroubles = ['app-out-of-credits', 'app-over-cap', 'app-not-enrolled'] as const;
export type AppTrouble = (typeof appTroubles)[number];

export const isAppTrouble = (outcome: string): outcome is AppTrouble =>
  appTroubles.some((trouble) => trouble === outcome);

export class PlatformError extends Error {
  /** Of the answer in the log; null: it is not there. */
  readonly reportId: string | null;

  constructor(
    readonly trouble: PlatformTrouble,
    message: string,
    { reportId, ...options }: ErrorOptions & { readonly reportId?: string } = {},
  ) {
    super(message, options);
    this.name = 'PlatformError';
    this.reportId = reportId ?? (trouble.outcome === 'unexpected' ? trouble.reportId : null);
  }
}

/** The trouble of a platform's error; undefined: some other error, which is a bug and not an outcome. */
export const troubleOf = (error: unknown): PlatformTrouble | undefined =>
  error instanceof PlatformError ? error.trouble : undefined;
