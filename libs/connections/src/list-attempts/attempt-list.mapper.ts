import type { AttemptItem } from '@linkage/contracts';
import { failureTexts } from '../attempt/failure-texts';
import type { AttemptRow } from './attempt-list.projection';

/** What the row does not hold, because it changes with other rows. */
export interface AttemptSurroundings {
  readonly tries: number;
  /** Permissions left unticked, as a person reads them. */
  readonly missing: readonly string[];
  /** E-mail of the invite that holds the account. */
  readonly otherEmail: string | null;
}

/** What a browser gets of a row, with the sentences of the catalogue. */
export const toAttemptItem = (row: AttemptRow, { tries, missing, otherEmail }: AttemptSurroundings): AttemptItem => {
  const { attemptId, invitationId, creatorName, creatorEmail, platform, startedAt, result, step, reason } = row;
  const text = reason && failureTexts[reason];
  const failed = { creatorName, platform, missing, report: row.report, otherAccount: row.otherAccount, otherEmail };
  return {
    attemptId,
    invitationId,
    creatorName,
    creatorEmail,
    platform,
    startedAt,
    result,
    step,
    reason,
    what: text && text.what(failed),
    help: text && text.help(failed),
    tries,
  };
};
