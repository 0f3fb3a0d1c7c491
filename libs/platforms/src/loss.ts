import type { AppTrouble, PlatformTrouble } from './errors';

/**
 * Why a part of a reading is not there: `refused` is any answer that speaks of access or of an object that is not
 * there, since only the call that names the account can say that of the account, or that says no and not why; the
 * others are the outcomes of `PlatformTrouble`.
 */
export type LossReason =
  'rate-limited' | 'platform-down' | 'permission-missing' | 'refused' | 'unexpected' | AppTrouble;

/**
 * Stands in the place of something that could not be read this time. What was known of it before stands; where nothing
 * was, it is `unexpected` with this report.
 */
export interface Loss {
  readonly lost: LossReason;
  /** Stands in the log, beside what the platform answered. */
  readonly reportId: string;
  /** When the platform said to come again. */
  readonly retryAt: Date | null;
}

/** Something that was read, or why it was not. */
export type Read<T> = T | Loss;

export const isLoss = (read: unknown): read is Loss =>
  typeof read === 'object' && read !== null && 'lost' in read && typeof read.lost === 'string';

/** What was read; undefined: absent or lost. */
export const known = <T>(read: Read<T> | undefined): T | undefined => (isLoss(read) ? undefined : read);

/** What `change` makes of what was read; a loss stays one. */
export const mapRead = <T, O>(read: Read<T>, change: (read: T) => O): O | Loss => (isLoss(read) ? read : change(read));

/** What is behind a loss. `refused`: the platform says no, and it is not known why. */
export type LossCause = PlatformTrouble | { readonly outcome: 'refused' };

const reasons: Readonly<Record<LossCause['outcome'], LossReason>> = {
  'rate-limited': 'rate-limited',
  'platform-down': 'platform-down',
  'permission-missing': 'permission-missing',
  'app-out-of-credits': 'app-out-of-credits',
  'app-over-cap': 'app-over-cap',
  'app-not-enrolled': 'app-not-enrolled',
  'refresh-token': 'refused',
  'needs-reauthorization': 'refused',
  gone: 'refused',
  'account-locked': 'refused',
  'not-eligible': 'refused',
  refused: 'refused',
  unexpected: 'unexpected',
};

export const lossOf = (trouble: LossCause, reportId: string): Loss => ({
  lost: reasons[trouble.outcome],
  reportId,
  retryAt: 'retryAt' in trouble ? trouble.retryAt : null,
});
