import { randomBytes } from 'node:crypto';

/** For everything that is not a page. */
export const noContentPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** For one response only. */
export const cspNonce = (): string => randomBytes(16).toString('base64url');

export interface PageSources {
  /** Origins that pictures may come from besides our own and https ones. */
  readonly images?: readonly string[];
}

/** Policies of Angular and its CDK: what they set as markup or run as a script, they have made safe. */
const trustedTypes = 'angular angular#components';

/**
 * For a page of ours: scripts and styles carry the nonce, and a script may load others. Pictures of creators come straight from the platforms'
 * many hosts, so images may come from any https origin; nothing else may. No text becomes markup or a script, no form leaves by itself.
 */
export const pagePolicy = (nonce: string, sources: PageSources = {}): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'nonce-${nonce}'`,
    "object-src 'none'",
    ['img-src', "'self'", 'data:', 'https:', ...(sources.images ?? [])].join(' '),
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes}`,
  ].join('; ');
