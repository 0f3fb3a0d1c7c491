import type { HistoryFilter } from '@linkage/contracts';
import type { HistoryRow } from './history.projection';

type Row = Pick<HistoryRow, 'type' | 'cause' | 'at'>;

const mailRequests: readonly HistoryRow['type'][] = [
  'InvitationIssued',
  'InvitationResendRequested',
  'ReconnectRequested',
];

export const isMailRequest = ({ type }: Row): boolean => mailRequests.includes(type);

/** The fact that led to an e-mail which the mail server accepted. */
export const mailCause = ({ type, cause }: Row): string | undefined =>
  type === 'InvitationEmailed' ? (cause ?? undefined) : undefined;

/**
 * Whether a row is a line of its own where lines are grouped. An e-mail that was accepted stands under what asked for it, unless it waited or was
 * refused before, or the filter shows the one without the other.
 */
export const hasLine = (row: Row, cause: Row | undefined, { search, actor, from }: HistoryFilter): boolean => {
  if (row.type === 'RefreshStarted') return false;
  if (cause === undefined || !isMailRequest(cause) || search !== undefined || actor !== undefined) return true;
  return from !== undefined && cause.at < from;
};
