import { metaRate, type AnswerRules, type PlatformAnswer } from '../http';
import { graphErrorOf, graphTokenVerdict, graphVerdict, messageOf } from '../meta/graph-error';

export const facebookRules: AnswerRules = { verdict: graphVerdict, rate: metaRate };
export const facebookTokenRules: AnswerRules = { verdict: graphTokenVerdict, rate: metaRate };

/**
 * Why insights are not there although nothing is wrong. `refused-metric`: one of those that were asked for is refused
 * here.
 */
export type NoInsights = 'not-offered' | 'below-threshold' | 'retired-metric' | 'refused-metric';

/** Subcodes of code 200 that say that this Page or post has no such insights. */
const notOffered = new Set([2069030, 2069031, 2069033]);
const saysRetired = /valid insights metric|no longer (supported|available)|deprecated/i;

/**
 * Answers of the insights endpoints that are about availability. Metrics are retired at different times for different
 * Pages.
 */
export function noInsightsBecause({ status, body }: PlatformAnswer): NoInsights | undefined {
  if (status < 400 || status >= 500 || status === 429) return undefined;
  const error = graphErrorOf(body);
  const said = messageOf(error);
  if (error?.code === 200 && (notOffered.has(error.error_subcode ?? 0) || /new pages experience/i.test(said)))
    return 'not-offered';
  if (/(at least|fewer than|more than) (30|100) (likes|followers|fans)|not enough (viewers|followers)/i.test(said))
    return 'below-threshold';
  if (error?.code !== 100 || error.error_subcode === 33 || /permission/i.test(said)) return undefined;
  return saysRetired.test(said) ? 'retired-metric' : 'refused-metric';
}

/** A no that is about permissions or about there being no such thing, not about the moment. */
export function isRefusal({ status, body }: PlatformAnswer): boolean {
  const code = graphErrorOf(body)?.code ?? 0;
  return status >= 400 && status < 500 && (code === 3 || code === 10 || code === 100 || (code >= 200 && code < 300));
}
