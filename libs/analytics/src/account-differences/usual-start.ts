import type { AccountProfileRow } from '../account/account-profile.projection';

const WEEK = 7 * 86_400_000;

/**
 * Where a comparison begins unless it is told otherwise: a week before its end, or with the first figures, as before
 * them there is nothing.
 */
export const usualStart = (
  { firstUpdatedAt, connectedAt }: Pick<AccountProfileRow, 'firstUpdatedAt' | 'connectedAt'>,
  until: Date,
): Date => {
  const known = Date.parse(firstUpdatedAt ?? connectedAt);
  return new Date(Math.min(until.getTime(), Math.max(until.getTime() - WEEK, known)));
};
