import { isLoss, type Loss, type Read } from '../loss';
import { readable } from '../answers';
import type { WhyNone } from '../mapping/reading';
import type { InsightsAnswer } from './instagram.answers';
import type { NoInsights } from './instagram.errors';

/**
 * Insights of one post or account, as far as they were read: metrics by name, each a number, or why there is none.
 * `not-read`: not asked for this time, so the figures are left out and what was known before stands.
 */
export type InsightsReading =
  | { readonly is: 'read'; readonly metrics: ReadonlyMap<string, Read<number> | WhyNone> }
  | { readonly is: 'none'; readonly why: WhyNone | Loss }
  | { readonly is: 'not-read' };

export const notRead: InsightsReading = { is: 'not-read' };
export const noneBecause = (why: WhyNone | Loss): InsightsReading => ({ is: 'none', why });

/** Metric values by name: media metrics come in `values`, account totals in `total_value`. */
export function metricsOf({ data }: InsightsAnswer): Read<Map<string, Read<number>>> {
  if (isLoss(data)) return data;
  const metrics = new Map<string, Read<number>>();
  for (const { name, values, total_value: total } of readable(data).items) {
    const number =
      valueIn(total, (of) => of.value) ?? valueIn(values, (of) => valueIn(of.at(-1), ({ value }) => value));
    if (!isLoss(name) && number !== undefined) metrics.set(name, number);
  }
  return metrics;
}

/** An empty list means that there is no data yet. */
export function readInsights(answer: InsightsAnswer): InsightsReading {
  const metrics = metricsOf(answer);
  return isLoss(metrics) ? noneBecause(metrics) : { is: 'read', metrics };
}

const valueIn = <Of, T>(read: Read<Of> | undefined, of: (read: Of) => Read<T> | undefined): Read<T> | undefined =>
  read === undefined || isLoss(read) ? (read as Loss | undefined) : of(read);

/**
 * The state of a figure that Instagram has no insights for. Posts from before the account was professional never get
 * any.
 */
export const availability: Readonly<Record<Exclude<NoInsights, 'refused-metric'>, WhyNone>> = {
  'few-viewers': 'below-threshold',
  'few-followers': 'below-threshold',
  'before-professional': 'not-offered',
  'retired-metric': 'not-offered',
};
