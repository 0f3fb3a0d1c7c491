import type { AttemptItem } from '@linkage/contracts';
import { choiceText, failureTextOf } from '../attempt/failure-texts';
import type { AttemptRow } from './attempt-list.projection';

/** What the row does not hold, because it changes with other rows. */
interface AttemptDetails {
  readonly avatarUrl: string | null;
  readonly tries: number;
  readonly connectedSince: string | null;
  /** Permissions left unticked, as a person reads them. */
  readonly missing: readonly string[];
  /** E-mail of the invite that holds the account. */
  readonly otherEmail: string | null;
}

/** What a browser gets of a row, with the sentences of the catalogue. */
export const toAttemptItem = (
  row: AttemptRow,
  { avatarUrl, tries, connectedSince, missing, otherEmail }: AttemptDetails,
): AttemptItem => {
  const { attemptId, invitationId, creatorName, creatorEmail, platform, startedAt, result, step, reason } = row;
  const failed = {
    creatorName,
    platform,
    missing,
    report: row.report,
    otherAccount: row.otherAccount,
    otherEmail,
    otherEnded: row.otherEnded,
  };
  const text = row.choosing ? choiceText(failed) : reason && failureTextOf(reason, failed);
  return {
    attemptId,
    invitationId,
    creatorName,
    creatorEmail,
    avatarUrl,
    platform,
    startedAt,
    result,
    step,
    reason,
    what: text && text.what,
    help: text && text.help,
    tries,
    connectedSince,
  };
};
