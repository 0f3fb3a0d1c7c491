import { waitFrom } from './retry-at';
import { isObject, type RateReading } from './verdict';

/** Names of three headers: how many calls a window has, how many are left, and when it ends (seconds since 1970). */
interface WindowHeaders {
  readonly limit: string;
  readonly remaining: string;
  readonly reset: string;
}

const numberIn = (headers: Headers, name: string): number | undefined => {
  const said = headers.get(name)?.trim();
  return said && /^\d+$/.test(said) ? Number(said) : undefined;
};

/** Of platforms that count calls in windows. Absent or unreadable headers say nothing. */
export function windowRate(headers: Headers, names: WindowHeaders, now: Date): RateReading | undefined {
  const limit = numberIn(headers, names.limit);
  const remaining = numberIn(headers, names.remaining);
  const reset = numberIn(headers, names.reset);
  if (limit === undefined || limit === 0 || remaining === undefined) return undefined;
  const freeAt = reset === undefined ? null : waitFrom(now, reset * 1_000 - now.getTime());
  return { usedPercent: Math.min(100, 100 * (1 - remaining / limit)), freeAt };
}

const metaHeaders = ['x-app-usage', 'x-page-usage', 'x-business-use-case-usage', 'x-ad-account-usage'] as const;
const metaPercents = ['call_count', 'total_cputime', 'total_time'] as const;

/** Meta's: percent of several budgets at once, and the minutes until there is room again. The fullest counts. */
export function metaRate(headers: Headers, now: Date): RateReading | undefined {
  const entries = metaHeaders.flatMap((name) => entriesOf(jsonIn(headers.get(name))));
  if (entries.length === 0) return undefined;
  const most = (...fields: readonly string[]): number =>
    Math.max(0, ...entries.flatMap((entry) => fields.map((each) => Number(entry[each]) || 0)));
  const minutes = most('estimated_time_to_regain_access');
  return { usedPercent: most(...metaPercents), freeAt: minutes > 0 ? waitFrom(now, minutes * 60_000) : null };
}

/** Flat for app and Page; lists by business or user for business use cases. */
const entriesOf = (said: unknown): readonly Readonly<Record<string, unknown>>[] => {
  if (!isObject(said)) return [];
  const lists = Object.values(said).flat().filter(isObject);
  return lists.length > 0 ? lists : [said];
};

const jsonIn = (header: string | null): unknown => {
  try {
    return JSON.parse(header ?? 'null');
  } catch {
    return undefined;
  }
};
