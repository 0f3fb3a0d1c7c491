import { isObject, metaRate, type AnswerRules, type Circumstances, type PlatformAnswer, type Verdict } from '../http';
import { graphErrorOf, graphTokenVerdict, graphVerdict, messageOf, refusesApp } from '../meta/graph-error';

/** Of an app that is not reviewed, and of an account that has not taken its invitation as a tester. */
const saysNotApproved = /unsupported request - method type/i;

/** The body's code counts, not the status, which is mostly 400. */
const by =
  (graph: typeof graphVerdict) =>
  (answer: PlatformAnswer, circumstances: Circumstances): Verdict | undefined => {
    const error = graphErrorOf(answer.body);
    if (error?.code === undefined) return tokenVerdict(answer.body);
    if (saysNotApproved.test(messageOf(error))) return { outcome: 'app-not-enrolled', retryAt: null };
    return graph(answer, circumstances);
  };

/**
 * The endpoint that takes the code has an error shape of its own. A refused code is the creator's to repair; the rest
 * is our set-up.
 */
function tokenVerdict(body: unknown): Verdict | undefined {
  const { error_message: message, code } = isObject(body) && 'error_type' in body ? body : {};
  if (code === 429) return { outcome: 'rate-limited', retryAt: null };
  if (typeof message === 'string' && refusesApp(message)) return { outcome: 'app-not-enrolled', retryAt: null };
  const refusedCode = typeof message === 'string' && /\bcode\b/i.test(message) && !/redirect/i.test(message);
  return refusedCode ? { outcome: 'needs-reauthorization', cause: 'no-longer-valid' } : undefined;
}

export const instagramRules: AnswerRules = { verdict: by(graphVerdict), rate: metaRate };
export const instagramTokenRules: AnswerRules = { verdict: by(graphTokenVerdict), rate: metaRate };

/**
 * Why insights are not there although nothing is wrong. `refused-metric`: one of those that were asked for is refused
 * for this object, and Instagram does not say that it is so for all.
 */
export type NoInsights = 'few-viewers' | 'few-followers' | 'before-professional' | 'retired-metric' | 'refused-metric';

const saysFewFollowers = /not enough (?:users|followers)|(?:at least|fewer than|less than|minimum of) 100\b/i;
const saysRetired = /no longer (supported|available)|must be one of|valid insights metric|deprecated/i;

/**
 * Answers of the insights endpoints that are about availability. `ofStory`: stories with fewer than 5 viewers are
 * refused with code 10.
 */
export function noInsightsBecause({ status, body }: PlatformAnswer, ofStory: boolean): NoInsights | undefined {
  if (status < 400 || status >= 500 || status === 429) return undefined;
  const error = graphErrorOf(body);
  if (error?.error_subcode === 2108006) return 'before-professional';
  if (error?.error_subcode === 2874010) return 'few-followers';
  const message = typeof error?.message === 'string' ? error.message : '';
  if ((error?.code === 10 || error?.code === 100) && saysFewFollowers.test(message)) return 'few-followers';
  if (error?.code === 10 && (/not enough viewers/i.test(message) || (ofStory && !/permission/i.test(message))))
    return 'few-viewers';
  if (error?.code === 100 && error.error_subcode === undefined && !/permission/i.test(message))
    return saysRetired.test(message) ? 'retired-metric' : 'refused-metric';
  return undefined;
}
