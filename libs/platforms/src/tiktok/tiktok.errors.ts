import {
  isObject,
  platformDown,
  retryAfter,
  waitFrom,
  type AnswerRules,
  type Circumstances,
  type PlatformAnswer,
  type Verdict,
} from '../http';

const passing = new Set(['internal_error', 'server_error', 'temporarily_unavailable']);
const throttling = new Set(['rate_limit_exceeded', 'too_many_requests']);
/** The window over which TikTok counts. */
const rateWindow = 60_000;

/**
 * `error.code` of the Display API, or `error` of the token endpoint, in small letters; undefined: neither says
 * anything. One page of the documentation has the error without `error` around it.
 */
function codeOf(body: unknown): string | undefined {
  if (!isObject(body)) return undefined;
  const error = body['error'] ?? body['code'];
  const code = isObject(error) ? error['code'] : error;
  return typeof code === 'string' && code !== '' ? code.toLowerCase() : undefined;
}

/** Success says so in the place where failure would. */
const isGood = ({ status, body }: PlatformAnswer): boolean =>
  status >= 200 && status < 300 && (codeOf(body) ?? 'ok') === 'ok';

function displayVerdict({ status, headers, body }: PlatformAnswer, { now, needs }: Circumstances): Verdict | undefined {
  const code = codeOf(body) ?? '';
  if (code.startsWith('scope_')) return { outcome: 'permission-missing', permission: needs };
  if (throttling.has(code))
    return { outcome: 'rate-limited', retryAt: retryAfter(headers, now) ?? waitFrom(now, rateWindow) };
  if (passing.has(code)) return platformDown;
  if (code.startsWith('access_token_') || status === 401) return { outcome: 'refresh-token' };
  return undefined;
}

/** Answers of the Display API. */
export const tiktokRules: AnswerRules = { isGood, verdict: displayVerdict };

function tokenVerdict({ headers, body }: PlatformAnswer, { now }: Circumstances): Verdict | undefined {
  const code = codeOf(body) ?? '';
  if (code === 'invalid_grant' || code === 'access_denied')
    return { outcome: 'needs-reauthorization', cause: 'no-longer-valid' };
  if (code === 'invalid_client' || code === 'unauthorized_client')
    return { outcome: 'app-not-enrolled', retryAt: null };
  if (passing.has(code)) return platformDown;
  if (throttling.has(code)) return { outcome: 'rate-limited', retryAt: retryAfter(headers, now) ?? null };
  return undefined;
}

/**
 * Answers of the token endpoint. A refused code or refresh token is the creator's to repair, a refused app is the
 * operator's.
 */
export const tiktokTokenRules: AnswerRules = { isGood, verdict: tokenVerdict };
