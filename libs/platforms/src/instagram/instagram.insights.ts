import { count, type WhyNone } from '../mapping/reading';
import type { NoInsights } from './instagram.errors';
import type { InstagramInsight } from './instagram.wire';

/**
 * Insights of one post or account, as far as they were read.
 * `not-read`: not asked for this time, so the figures are left out and what was known before stands.
 */
export type InsightsReading =
  | { readonly is: 'read'; readonly values: ReadonlyMap<string, number>; readonly retired: ReadonlySet<string> }
  | { readonly is: 'none'; readonly why: WhyNone }
  | { readonly is: 'not-read' };

export const notRead: InsightsReading = { is: 'not-read' };
export const noneBecause = (why: WhyNone): InsightsReading => ({ is: 'none', why });

/** Metric values by name: media metrics come in `values`, account totals in `total_value`. An empty list means that there is no data yet. */
export function readInsights(
  insights: readonly InstagramInsight[],
  retired: ReadonlySet<string> = new Set(),
): InsightsReading {
  const values = new Map<string, number>();
  for (const insight of insights) {
    const number = count(insight.total_value?.value ?? insight.values?.at(-1)?.value);
    if (number !== undefined) values.set(insight.name, number);
  }
  return { is: 'read', values, retired };
}

/** The state of a figure that Instagram has no insights for. Posts from before the account was professional never get any. */
export const availability: Readonly<Record<NoInsights, WhyNone>> = {
  'few-viewers': 'below-threshold',
  'few-followers': 'below-threshold',
  'before-professional': 'not-offered',
  'retired-metric': 'not-offered',
};
