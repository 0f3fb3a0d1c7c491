import { platformIds, type PlatformId } from '@linkage/contracts';
import type { MostCalls } from '@linkage/platforms';
import type { Variables } from '@linkage/settings';

const spans: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
/** Times of calls are kept for as long as they count. */
const MOST = 1_000_000;

/** How often each platform may be called; a platform that is not named says itself how often is too often. */
export function mostCalls(variables: Variables): Readonly<Partial<Record<PlatformId, MostCalls>>> {
  const found: Partial<Record<PlatformId, MostCalls>> = {};
  for (const platform of platformIds) {
    const name = `LINKAGE_${platform.toUpperCase()}_MOST_CALLS`;
    const value = variables.text(name);
    if (value === undefined) continue;
    const [, calls = '', span = ''] = /^(\d{1,7})\/(minute|hour|day)$/.exec(value) ?? [];
    const everyMs = spans[span];
    if (everyMs === undefined || Number(calls) < 10 || Number(calls) > MOST)
      variables.trouble(
        name,
        `use a number from 10 to ${MOST} and minute, hour or day, such as 9000/day, not "${value}"`,
      );
    else found[platform] = { calls: Number(calls), everyMs };
  }
  return found;
}
