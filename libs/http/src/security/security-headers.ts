import { isSecure, type Installation } from '../installation';
import { noContentPolicy } from './content-security-policy';

/**
 * On every response; a route that needs another value sets it itself. `no-referrer`, because an invitation link in an
 * address is a secret. `no-store`, because most answers are for one person only.
 */
export const securityHeaders = (installation: Installation): Readonly<Record<string, string>> => ({
  'cache-control': 'no-store',
  'content-security-policy': noContentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  ...(isSecure(installation) && { 'strict-transport-security': 'max-age=31536000' }),
});
