import type { InvitationListParameters } from '@linkage/contracts';
import type { PageRequest } from '@linkage/event-sourcing';
import { waits } from './invitation-row';

type Sort = PageRequest['sort'];

const sortOf = ({ sort, direction }: InvitationListParameters): Sort => {
  if (sort === 'name') return [{ field: 'nameKey', direction: direction ?? 'asc' }];
  const byAge = { field: 'invitedAt', direction: direction ?? 'desc' } as const;
  return sort === 'invitedAt' ? [byAge] : [{ field: 'urgency', direction: byAge.direction }, byAge];
};

/** What the read store is asked for. Default order: Action Needed, then Invited by age, then Active. */
export const invitationPage = (workspaceId: string, parameters: InvitationListParameters): PageRequest => ({
  where: {
    workspaceId,
    listed: parameters.withdrawn ? 0 : 1,
    ...(parameters.waiting && { waiting: { in: waits } }),
    ...(parameters.status && { status: parameters.status }),
  },
  // Within one status the urgency is the same for all: leaving it out lets the index of the filter give the order, too.
  sort: sortOf(parameters).filter(({ field }) => parameters.status === undefined || field !== 'urgency'),
  limit: parameters.limit ?? 50,
  ...(parameters.search && { search: parameters.search }),
  ...(parameters.cursor && { cursor: parameters.cursor }),
});
