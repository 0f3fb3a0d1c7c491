import type { ConsumerOverview } from '@linkage/contracts';
import { formatExact } from '@linkage/ui';

export const countedFacts = (count: number): string => `${formatExact(count)} ${count === 1 ? 'fact' : 'facts'}`;

/** How much of the log waits for it. */
export const lagInWords = ({ behind, lag }: Pick<ConsumerOverview, 'behind' | 'lag'>): string => {
  if (!behind) return 'up to date';
  if (lag === null) return 'some facts';
  return lag.unit === 'facts' ? countedFacts(lag.amount) : `${formatExact(Math.ceil(lag.amount / 1_024))} KiB`;
};

/** What stands after "Parked 2 h ago". null: not known. */
export const triesInWords = (attempts: number | null): string => {
  if (attempts === null) return '';
  if (attempts === 0) return ', never tried';
  return attempts === 1 ? ' after one try' : ` after ${attempts} tries`;
};

/** One sentence for the top of the page. */
export const summaryOf = (consumers: readonly ConsumerOverview[] | null): string => {
  if (consumers === null) return 'Asking the server …';
  const still = consumers.filter(({ state }) => state === 'stopped').length;
  const building = consumers.filter(
    ({ state, build }) => state === 'building' || build?.state === 'building' || build?.state === 'waiting',
  ).length;
  const parked = consumers.reduce((sum, one) => sum + one.parked, 0);
  const parts = [
    ...(still > 0 ? [`${still} stopped`] : []),
    ...(building > 0 ? [`${building} being rebuilt`] : []),
    ...(parked > 0 ? [`${countedFacts(parked)} parked`] : []),
  ];
  if (parts.length > 0) return `${consumers.length} in all: ${parts.join(', ')}`;
  return `All ${consumers.length} are running`;
};

export const timeLeft = (seconds: number | null): string => {
  if (seconds === null) return '';
  if (seconds < 60) return `about ${Math.max(1, seconds)} s left`;
  return seconds < 3_600 ? `about ${Math.round(seconds / 60)} min left` : `about ${Math.round(seconds / 3_600)} h left`;
};
