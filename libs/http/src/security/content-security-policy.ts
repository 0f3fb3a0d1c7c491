import { randomBytes } from 'node:crypto';

/** For everything that is not a page. */
export const noContentPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** For one response only. */
export const cspNonce = (): string => randomBytes(16).toString('base64url');

export interface PageSources {
  /** Origins that pictures may come from besides our own and https ones. */
  readonly images?: readonly string[];
}

/**
 * For a page of ours: scripts and styles are our files, or carry the nonce. Pictures of creators come straight from the platforms' many
 * hosts, so images may come from any https origin; nothing else may.
 */
export const pagePolicy = (nonce: string, sources: PageSources = {}): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    ['img-src', "'self'", 'data:', 'blob:', 'https:', ...(sources.images ?? [])].join(' '),
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
