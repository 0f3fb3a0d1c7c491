import type { InstagramBreakdown, InstagramInsight } from '@linkage/platforms/wire';

type Period = InstagramInsight['period'];

const sentences: Readonly<Record<string, string>> = {
  views: 'The number of times it was played or displayed.',
  reach: 'The number of unique accounts that saw it at least once.',
  total_interactions: 'Likes, saves, comments and shares, less those that were taken back.',
  follower_demographics: 'The demographic characteristics of followers.',
};

const titleOf = (name: string): string => (name[0] ?? '').toUpperCase() + name.slice(1).replaceAll('_', ' ');

/** The envelope around each metric; the payload differs by kind. */
function insight(
  of: string,
  name: string,
  period: Period,
  payload: Pick<InstagramInsight, 'values' | 'total_value'>,
): InstagramInsight {
  return {
    name,
    period,
    ...payload,
    title: titleOf(name),
    description: sentences[name] ?? `${titleOf(name)}.`,
    id: `${of}/insights/${name}/${period}`,
  };
}

export const lifetime = (of: string, name: string, value: number): InstagramInsight =>
  insight(of, name, 'lifetime', { values: [{ value }] });

export const total = (
  of: string,
  name: string,
  period: Period,
  value: number,
  breakdown?: InstagramBreakdown,
): InstagramInsight =>
  insight(of, name, period, { total_value: { value, ...(breakdown ? { breakdowns: [breakdown] } : {}) } });

export const series = (
  of: string,
  name: string,
  period: Period,
  values: InstagramInsight['values'] = [],
): InstagramInsight => insight(of, name, period, { values });

/** Demographics have a breakdown only, no sum. */
export const brokenDown = (of: string, name: string, breakdown: InstagramBreakdown): InstagramInsight =>
  insight(of, name, 'lifetime', { total_value: { breakdowns: [breakdown] } });
