import { invitationStatuses, queryText, readListParameters, type InvitationListParameters } from '@linkage/contracts';

/**
 * How a list or a file of invitations is narrowed and sorted. What is not known is left out; of several filters the
 * first counts.
 */
export const readInvitationParameters = (query: Record<string, unknown>): InvitationListParameters => {
  const usual = readListParameters(query);
  if (queryText(query, 'withdrawn') === 'true') return { ...usual, withdrawn: true };
  if (queryText(query, 'waiting') === 'true') return { ...usual, waiting: true };
  const status = invitationStatuses.find((known) => known === queryText(query, 'status'));
  return { ...usual, ...(status && { status }) };
};
