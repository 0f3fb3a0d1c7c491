/** X counts by days and months of UTC. */

const day = 86_400_000;

/** The midnight to come. */
export const dayAfter = (now: Date): Date => new Date((Math.floor(now.getTime() / day) + 1) * day);

/** The first of the month to come. */
export const monthAfter = (now: Date): Date => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));

/** So long after publishing the owner is told what others are not. */
const ownersDays = 30;

/** @param publishedAt ISO */
export const isForOwner = (publishedAt: string, now: Date): boolean =>
  now.getTime() - Date.parse(publishedAt) < ownersDays * day;
