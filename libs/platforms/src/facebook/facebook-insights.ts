import { readable } from '../answers';
import { isLoss, type Loss, type Read } from '../loss';
import type { WhyNone } from '../mapping/reading';
import type { InsightsAnswer } from './facebook.answers';
import type { NoInsights } from './facebook.errors';

/** A metric's newest value: a number, or numbers by what it counts. */
export type MetricValue = number | Readonly<Record<string, Read<number> | undefined>>;
export type Metrics = ReadonlyMap<string, Read<MetricValue>>;

/**
 * Insights of one post, as far as they were read: metrics by name. `not-read`: not asked for this time, so what was
 * known stands.
 */
export type InsightsReading =
  | {
      readonly is: 'read';
      readonly metrics: ReadonlyMap<string, Read<MetricValue> | WhyNone>;
      readonly nothing: WhyNone;
    }
  | { readonly is: 'none'; readonly why: WhyNone | Loss }
  | { readonly is: 'not-read' };

export const notRead: InsightsReading = { is: 'not-read' };
export const noneBecause = (why: WhyNone | Loss): InsightsReading => ({ is: 'none', why });

/** Stands in the place of what is not worked out yet. */
const isUnsettled = (end: Read<string> | undefined): boolean => typeof end === 'string' && end.startsWith('1970-01-0');

/**
 * Newest values by name. A metric can come over several periods, such as a post's of its lifetime and of a day: the one
 * that was asked for counts.
 */
export function metricsOf({ data }: InsightsAnswer, asked = 'lifetime'): Read<Metrics> {
  if (isLoss(data)) return data;
  const metrics = new Map<string, Read<MetricValue>>();
  const settled = new Set<string>();
  for (const { name, period, values } of readable(data).items) {
    if (isLoss(name) || settled.has(name)) continue;
    if (period === asked) settled.add(name);
    const newest = newestIn(values);
    if (newest === undefined) metrics.delete(name);
    else metrics.set(name, newest);
  }
  return metrics;
}

type Values = Extract<Exclude<InsightsAnswer['data'], Loss>[number], { values: unknown }>['values'];

/** The last one that has something; of parts by country the last day is empty at times. */
function newestIn(values: Values): Read<MetricValue> | undefined {
  if (isLoss(values)) return values;
  let lost: Loss | undefined;
  for (const each of [...values].reverse()) {
    if (each === undefined) continue;
    if (isLoss(each) || isLoss(each.value)) {
      lost ??= isLoss(each) ? each : (each.value as Loss);
      break;
    }
    if (each.value === undefined || isUnsettled(each.end_time)) continue;
    if (typeof each.value === 'number' || Object.keys(each.value).length > 0) return each.value as MetricValue;
  }
  return lost;
}

/** What a figure is where Facebook says that there are no insights. */
export const availability: Readonly<Record<Exclude<NoInsights, 'refused-metric'>, WhyNone>> = {
  'not-offered': 'not-offered',
  'below-threshold': 'below-threshold',
  'retired-metric': 'not-offered',
};
