import { randomBytes } from 'node:crypto';
import type { PlatformId } from '@linkage/published-facts';

/** What the log keeps of an answer that nobody foresaw. `body` is an excerpt without secrets and without anything but error fields. */
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
  'type',
  'message',
  'reason',
  'domain',
  'location',
  'locationType',
  'status',
]);
const longestExcerpt = 2_000;
/** Looking for addresses takes time by the square of the length. */
const longestLookedAt = 10_000;
/** What looks like a token: a long run without spaces. */
const tokenLike = /[\w~+/=.-]{32,}/g;
const queryOfUrl = /(https?:\/\/[^\s?"']+)\?[^\s"']*/g;

/** An excerpt of a body that is safe to log: error fields only; nothing that we sent, no query of a URL, nothing that looks like a token. */
export function safeExcerpt(body: unknown, sent: readonly string[]): string {
  const shown = (key: string): boolean => key === '' || /^\d+$/.test(key) || errorFields.has(key);
  const kept = JSON.stringify(body, (key, value: unknown) => (shown(key) ? value : '[left out]')) ?? '';
  const hidden = sent
    .filter((secret) => secret.length >= 8)
    .reduce((text, secret) => text.replaceAll(secret, '[hidden]'), kept);
  return hidden
    .slice(0, longestLookedAt)
    .replace(queryOfUrl, '$1?[hidden]')
    .replace(tokenLike, '[hidden]')
    .slice(0, longestExcerpt);
}
