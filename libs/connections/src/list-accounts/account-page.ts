import type { AccountListParameters } from '@linkage/contracts';
import type { PageRequest } from '@linkage/event-sourcing';

type Sort = PageRequest['sort'];

const sortOf = ({ sort, direction }: AccountListParameters): Sort => {
  switch (sort) {
    case 'connectedAt':
    case 'followers':
      return [{ field: sort, direction: direction ?? 'desc' }];
    case 'creatorName':
      return [{ field: 'nameKey', direction: direction ?? 'asc' }];
    case 'username':
      return [{ field: 'usernameKey', direction: direction ?? 'asc' }];
    default:
      return [
        { field: 'urgency', direction: direction ?? 'desc' },
        { field: 'connectedAt', direction: direction ?? 'desc' },
      ];
  }
};

/** What the read store is asked for. Default order: what needs the creator, then what is late, then the newest. */
export const accountPage = (workspaceId: string, parameters: AccountListParameters): PageRequest => ({
  where: { workspaceId, ...(parameters.platform && { platform: parameters.platform }) },
  sort: sortOf(parameters),
  limit: parameters.limit ?? 50,
  ...(parameters.search && { search: parameters.search }),
  ...(parameters.cursor && { cursor: parameters.cursor }),
});
