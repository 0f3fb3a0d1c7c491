import type { AttemptListParameters } from '@linkage/contracts';
import type { PageRequest } from '@linkage/event-sourcing';

/**
 * What the read store is asked for: the failed ones unless said otherwise, newest first. The open ones are rows of
 * `attemptTries`.
 */
export const attemptPage = (workspaceId: string, parameters: AttemptListParameters): PageRequest => {
  const { result = 'failed', direction = 'desc', limit = 50, search, cursor } = parameters;
  return {
    where: { workspaceId, ...(result === 'open' ? { open: 1 } : result !== 'all' && { result }) },
    sort: [{ field: 'startedAt', direction }],
    limit,
    ...(search && { search }),
    ...(cursor && { cursor }),
  };
};
