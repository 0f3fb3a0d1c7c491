import type { MatchingInvitations } from '@linkage/contracts';
import { nothingSelected } from './bulk-action.errors';

/** What a request selects: ids, or all that match a filter. */
export interface SelectionFields {
  readonly invitationIds?: readonly string[];
  readonly matching?: MatchingInvitations;
}

/** @throws invalid-request for neither and for both */
export const expectSelection = ({
  invitationIds = [],
  matching,
}: SelectionFields): {
  readonly invitationIds: readonly string[];
  readonly matching: MatchingInvitations | undefined;
} => {
  if (invitationIds.length > 0 === (matching !== undefined)) throw nothingSelected();
  return { invitationIds, matching };
};
