import {
  isObject,
  retryAfter,
  waitFrom,
  windowRate,
  type AnswerRules,
  type Circumstances,
  type PlatformAnswer,
  type Verdict,
} from '../http';

const rateHeaders = { limit: 'ratelimit-limit', remaining: 'ratelimit-remaining', reset: 'ratelimit-reset' } as const;

export const messageOf = (body: unknown): string =>
  isObject(body) && typeof body['message'] === 'string' ? body['message'] : '';

/** The credentials of the app are wrong, or the app is no longer there. */
const appRefused = { outcome: 'app-not-enrolled', retryAt: null } as const;
const maybeGone = { outcome: 'gone', surmised: true } as const;

/** A full minute, where the header does not say when there is room again. */
const nextMinute = 60_000;

function helixVerdict({ status, headers, body }: PlatformAnswer, { now, needs }: Circumstances): Verdict | undefined {
  const message = messageOf(body);
  if (status === 429) {
    const retryAt =
      retryAfter(headers, now) ?? windowRate(headers, rateHeaders, now)?.freeAt ?? waitFrom(now, nextMinute);
    return { outcome: 'rate-limited', retryAt };
  }
  if ((status === 401 || status === 403) && /\bscopes?\b/i.test(message))
    return { outcome: 'permission-missing', permission: /\b[a-z]+(?::[a-z_]+)+\b/.exec(message)?.[0] ?? needs };
  // A token of another app of the operator: only refreshing it tells whether it still stands.
  const isOfClient = /client.?id/i.test(message);
  if (status === 401 && (/\bmatch\b/i.test(message) || !isOfClient)) return { outcome: 'refresh-token' };
  if ((status === 400 || status === 401) && isOfClient) return appRefused;
  // Without a word of what is not there it may be the address itself.
  if (status === 404) return /user|channel|broadcaster/i.test(message) ? { outcome: 'gone' } : maybeGone;
  return undefined;
}

/** Answers of the Helix API. */
export const twitchRules: AnswerRules = {
  verdict: helixVerdict,
  rate: (headers, now) => windowRate(headers, rateHeaders, now),
};

function tokenVerdict({ status, headers, body }: PlatformAnswer, { now }: Circumstances): Verdict | undefined {
  if (status === 429) return { outcome: 'rate-limited', retryAt: retryAfter(headers, now) ?? null };
  if (/invalid (refresh token|authorization code)|invalid[ _]grant/i.test(messageOf(body)))
    return { outcome: 'needs-reauthorization', cause: 'no-longer-valid' };
  if (/\binvalid client\b|\bclient (?:id|secret)\b/i.test(messageOf(body))) return appRefused;
  return undefined;
}

/**
 * Answers of the token endpoint. A refused code or refresh token is the creator's to repair, a refused app is the
 * operator's.
 */
export const twitchTokenRules: AnswerRules = { verdict: tokenVerdict };
