import { randomBytes } from 'node:crypto';

/** For everything that is not a page. */
export const noContentPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** For one response only. */
export const cspNonce = (): string => randomBytes(16).toString('base64url');

interface PageSources {
  /** The page shows documents of ours in frames. */
  readonly frames?: boolean;
  /** The page starts workers from files of ours; its policy `default` says which. */
  readonly workers?: boolean;
}

/** Policies of Angular and its CDK: what they set as markup or run as a script, they have made safe. */
const trustedTypes = 'angular angular#components';

/**
 * For a page of ours: scripts and styles carry the nonce, and a script may load others. Pictures come from us, those of
 * creators, too. No text becomes markup or a script, no form leaves by itself.
 */
export const pagePolicy = (nonce: string, sources: PageSources = {}): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'nonce-${nonce}'`,
    "object-src 'none'",
    "img-src 'self' data:",
    ...(sources.workers ? ["worker-src 'self'"] : []),
    ...(sources.frames ? ["frame-src 'self'"] : []),
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes}${sources.workers ? ' default' : ''}`,
  ].join('; ');
