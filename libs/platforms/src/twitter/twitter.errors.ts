import {
  hasError,
  isObject,
  platformDown,
  retryAfter,
  windowRate,
  type AnswerRules,
  type Circumstances,
  type PlatformAnswer,
  type RateReading,
  type Verdict,
} from '../http';
import { dayAfter, monthAfter } from './utc-days';

interface Said {
  /** The last parts of the problems' types, their titles and their reasons. */
  readonly words: ReadonlySet<string>;
  /** Numbers of the older form. */
  readonly codes: ReadonlySet<number>;
  readonly texts: string;
}

const texts = (of: unknown): string[] => (typeof of === 'string' ? [of] : []);

/** All that an answer says is wrong, in the body itself and in its `errors`. */
function saidIn(body: unknown): Said {
  const errors = isObject(body) && Array.isArray(body['errors']) ? body['errors'].filter(isObject) : [];
  const all = [...(isObject(body) ? [body] : []), ...errors];
  return {
    words: new Set(
      all.flatMap(({ type, title, reason }) => [
        ...texts(type).map((address) => address.split('/').at(-1) ?? ''),
        ...texts(title),
        ...texts(reason),
      ]),
    ),
    codes: new Set(all.flatMap(({ code }) => (typeof code === 'number' ? [code] : []))),
    texts: all.flatMap(({ detail, message }) => [...texts(detail), ...texts(message)]).join(' '),
  };
}

const appSuspended = /\bapplication (?:has been|is) suspended\b/i;

/** The app as a whole is refused: no credits, a cap for the day or the month, no plan. */
function appVerdict(
  { status, body }: PlatformAnswer,
  { words, codes, texts: said }: Said,
  now: Date,
): Verdict | undefined {
  const some = (...known: string[]): boolean => known.some((word) => words.has(word));
  if (some('SpendCapReached')) return { outcome: 'app-over-cap', retryAt: null };
  if (some('credits', 'CreditsDepleted') || status === 402) return { outcome: 'app-out-of-credits', retryAt: null };
  if (some('usage-capped', 'UsageCapExceeded')) {
    const period = isObject(body) ? body['period'] : undefined;
    return { outcome: 'app-over-cap', retryAt: period === 'Daily' ? dayAfter(now) : monthAfter(now) };
  }
  const unenrolled = ['client-forbidden', 'client-not-enrolled', 'official-client-forbidden', 'oauth1-permissions'];
  return some(...unenrolled) || codes.has(453) || codes.has(416) || appSuspended.test(said)
    ? { outcome: 'app-not-enrolled', retryAt: null }
    : undefined;
}

/** When the window that a call is counted in ends, as the answer says. */
const windowEnd = (headers: Headers, now: Date): Date | null =>
  retryAfter(headers, now) ?? twitterRate(headers, now)?.freeAt ?? null;

function limitVerdict({ status, headers }: PlatformAnswer, { words, codes }: Said, now: Date): Verdict | undefined {
  const isLimited =
    status === 429 || codes.has(88) || ['rate-limits', 'rate-limit-exceeded'].some((word) => words.has(word));
  return isLimited ? { outcome: 'rate-limited', retryAt: windowEnd(headers, now) } : undefined;
}

const passing = ['internal-error', 'field-hydration-failure', 'connection-exception', 'operational-disconnect'];
const withheld = ['not-authorized-for-resource', 'not-authorized-for-field', 'field-unauthorized'];

/** X says nothing of why access ended: a token that ran out, was revoked, or died with a password looks the same. */
function twitterVerdict(answer: PlatformAnswer, { now, needs }: Circumstances): Verdict | undefined {
  const said = saidIn(answer.body);
  const some = (known: readonly string[]): boolean => known.some((word) => said.words.has(word));
  const general = appVerdict(answer, said, now) ?? limitVerdict(answer, said, now);
  if (general !== undefined) return general;
  if (some(passing) || said.codes.has(130) || said.codes.has(131)) return platformDown;
  if (said.codes.has(326) || /\baccount is temporarily locked\b/i.test(said.texts))
    return { outcome: 'account-locked' };
  if (answer.status === 401 || said.codes.has(89)) return { outcome: 'refresh-token' };
  if (
    said.codes.has(64) ||
    some(['user-suspended']) ||
    /\b(?:user|account) (?:has been|is) suspended\b/i.test(said.texts)
  )
    return { outcome: 'needs-reauthorization', cause: 'account-gone' };
  if (some(['resource-not-found']) || said.codes.has(50)) return { outcome: 'gone' };
  if (some(withheld) || (answer.status === 403 && /\bmissing\b.*\bscopes?\b/i.test(said.texts)))
    return { outcome: 'permission-missing', permission: needs };
  return undefined;
}

/** Two budgets beside the window of a call: what the app and what the user may ask for in a day. */
const windows = ['x-rate-limit', 'x-user-limit-24hour', 'x-app-limit-24hour'].map((name) => ({
  limit: `${name}-limit`,
  remaining: `${name}-remaining`,
  reset: `${name}-reset`,
}));

/** Of the budgets that an answer names, the fullest. */
export function twitterRate(headers: Headers, now: Date): RateReading | undefined {
  const rates = windows.flatMap((names) => windowRate(headers, names, now) ?? []);
  return rates.sort((one, other) => other.usedPercent - one.usedPercent)[0];
}

/** With 200 and `errors` an answer is good as long as it brings something, or says that there is nothing. */
const isGood = ({ status, body }: PlatformAnswer): boolean =>
  status >= 200 &&
  status < 300 &&
  isObject(body) &&
  !hasError(body) &&
  ((body['errors'] ?? null) === null || 'data' in body || 'meta' in body);

/** Answers about accounts and posts. */
export const twitterRules: AnswerRules = { isGood, verdict: twitterVerdict, rate: twitterRate };

const deadToken = /\b(?:token|authorization code) was (?:invalid|revoked|expired)\b/i;

/** The same error for whatever is wrong with a form: only its description tells a dead token from a mistake of ours. */
function tokenVerdict(answer: PlatformAnswer, { now }: Circumstances): Verdict | undefined {
  const { error, error_description: description } = isObject(answer.body) ? answer.body : {};
  const said = saidIn(answer.body);
  // X has the same words in its newer form of errors, without a code.
  const why = error === undefined ? said.texts : error === 'invalid_request' ? (texts(description)[0] ?? '') : '';
  if (error === 'invalid_grant' || deadToken.test(why))
    return { outcome: 'needs-reauthorization', cause: 'no-longer-valid' };
  if (error === 'invalid_client' || error === 'unauthorized_client')
    return { outcome: 'app-not-enrolled', retryAt: null };
  if (error === 'temporarily_unavailable' || error === 'server_error') return platformDown;
  return appVerdict(answer, said, now) ?? limitVerdict(answer, said, now);
}

/**
 * Answers of the token and revoke endpoints. A refused code or refresh token is the creator's to repair, a refused
 * app is the operator's.
 */
export const tokenRules: AnswerRules = { verdict: tokenVerdict };
