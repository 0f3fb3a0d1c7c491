import type { Followers } from './figures';
import type { HistoryRow } from './history.projection';

/** How many followers a captured profile had; undefined for any other fact, and where the platform gave no number. */
export const followersIn = ({ type, gist }: HistoryRow): number | undefined =>
  type === 'ProfileCaptured' ? ((gist as Followers).followers ?? undefined) : undefined;
