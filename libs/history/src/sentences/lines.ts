import { historyKinds, type HistoryFilter } from '@linkage/contracts';
import type { HistoryRow } from './history.projection';

type Type = HistoryRow['type'];
type Row = Pick<HistoryRow, 'type' | 'cause' | 'at' | 'kind' | 'subject' | 'correlation' | 'gist'>;

const mailRequests: readonly Type[] = ['InvitationIssued', 'InvitationResendRequested', 'ReconnectRequested'];
const connections: readonly Type[] = [
  'SocialAccountConnected',
  'SocialAccountReconnected',
  'SocialAccountAccessRegained',
];

export const isMailRequest = ({ type }: Pick<Row, 'type'>): boolean => mailRequests.includes(type);
export const isConnection = ({ type }: Pick<Row, 'type'>): boolean => connections.includes(type);

/** A step on the way to what an attempt came to. */
export const isAttemptStep = ({ type }: Pick<Row, 'type'>): boolean =>
  type === 'AuthorizationStarted' || type === 'AuthorizationChoiceOffered';

/** A refresh that read everything. */
export const isWholeRefresh = ({ type, gist }: Pick<Row, 'type' | 'gist'>): boolean =>
  type === 'RefreshCompleted' && 'missing' in gist && Array.isArray(gist.missing) && gist.missing.length === 0;

/** Whether the one may stand under the line of the other, which led to it. */
export const standsUnder = (row: Row, lead: Row): boolean =>
  row.type === 'InvitationEmailed' ? isMailRequest(lead) : isConnection(lead);

const isShown = (lead: Row, { kind, kinds, subject, correlation, from, until }: HistoryFilter): boolean =>
  (kind === undefined ? (kinds ?? historyKinds).includes(lead.kind) : kind === lead.kind) &&
  (subject === undefined || subject === lead.subject) &&
  (correlation === undefined || correlation === lead.correlation) &&
  (from === undefined || lead.at >= from) &&
  (until === undefined || lead.at < until);

/**
 * Whether a row is a line of its own where lines are grouped. An e-mail that was accepted stands under what asked for
 * it, unless it waited or was refused before; the way to a connection and its first refresh stand under the
 * connection, as do those of access that was regained. Not so where the filter shows the one without the other.
 */
export const hasLine = (row: Row, lead: Row | undefined, filter: HistoryFilter): boolean => {
  if (row.type === 'RefreshStarted' || row.type === 'AccountAnsweredAgain') return false;
  if (lead === undefined || filter.search !== undefined || filter.actor !== undefined) return true;
  return !isShown(lead, filter);
};
