import { randomBytes } from 'node:crypto';
import type { PlatformId } from '@linkage/published-facts';

/**
 * What the log keeps of an answer that costs something. `body` is an excerpt without secrets and without anything but
 * error fields.
 */
export interface UnexpectedAnswer {
  readonly reportId: string;
  readonly platform: PlatformId;
  /** The call by its pattern, such as `GET /{user}/insights`: never the URL, which may hold a token. */
  readonly call: string;
  readonly status: number;
  readonly body: string;
}

/** Where such reports go: the server's log. */
export type ReportUnexpected = (answer: UnexpectedAnswer) => void;

export const newReportId = (): string => randomBytes(5).toString('hex');

/** The fields that error bodies of the platforms have. All others are shown by name only. */
const errorFields = new Set([
  'error',
  'errors',
  'title',
  'detail',
  'details',
  'code',
  'error_code',
  'error_subcode',
  'error_type',
  'error_message',
  'error_description',
  'error_user_title',
  'error_user_msg',
  'is_transient',
  'fbtrace_id',
  'log_id',
  'request_id',
  'type',
  'message',
  'reason',
  'domain',
  'period',
  'required_enrollment',
  'registration_url',
  'parameter',
  'location',
  'locationType',
  'status',
]);
const longestExcerpt = 2_000;
/** Looking for addresses takes time by the square of the length. */
const longestLookedAt = 2_000;
/** Types of problems are addresses that stand in the documentation: `https://api.x.com/2/problems/credits`. */
const problemType = /^https:\/\/[\w.-]+(?:\/[a-z0-9-]{1,40})+$/;
/** A person is named in brackets or quotes after one of these words. */
const someone = String.raw`\b(?:user(?:name)?|account|page|channel|owner|member|profile|name)s?\b[^"'[\]]{0,40}`;

const replacements: readonly (readonly [RegExp, string])[] = [
  [/(https?:\/\/[^\s?"']+)\?[^\s"']*/g, '$1?[hidden]'],
  // What looks like a token: a long run without spaces.
  [/[\w~+/=.-]{32,}/g, '[hidden]'],
  [/[^\s"'<>@,;:[\]()]+@[^\s"'<>@,;:[\]()]+\.[^\s"'<>@,;:[\]()]+/g, '[address]'],
  [/(^|[\s"'([])@[\w.-]+/g, '$1[name]'],
  [new RegExp(`(${someone})\\[[^\\]]*\\]`, 'gi'), '$1[left out]'],
  [new RegExp(`(${someone})'[^']*'`, 'gi'), "$1'[left out]'"],
  [/\d{6,}(?:_\d+)?/g, '[number]'],
];

/**
 * An excerpt of a body that is safe to log: error fields only; nothing that we sent, no query of a URL, nothing that
 * looks like a token or points to a person.
 */
export function safeExcerpt(body: unknown, sent: readonly string[]): string {
  const secrets = sent.filter((secret) => secret.length >= 8);
  const shown = (key: string): boolean => key === '' || /^\d+$/.test(key) || errorFields.has(key);
  try {
    const kept = JSON.stringify(body, (key, value: unknown) => {
      if (!shown(key)) return '[left out]';
      return typeof value === 'string' ? cleaned(key, value.slice(0, longestLookedAt), secrets) : value;
    });
    return (kept ?? '').slice(0, longestExcerpt);
  } catch {
    return 'nested too deeply to be shown';
  }
}

function cleaned(key: string, said: string, secrets: readonly string[]): string {
  const hidden = secrets.reduce((text, secret) => text.replaceAll(secret, '[hidden]'), said);
  if (key === 'type' && problemType.test(hidden)) return hidden;
  return replacements.reduce((text, [pattern, instead]) => text.replace(pattern, instead), hidden);
}
