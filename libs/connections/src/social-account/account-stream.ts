/**
 * What stands behind an account's stream name, under the workspace's key: an account is one stream, so it can be
 * connected once only.
 */
export const accountStreamKey = (platform: string, platformAccountId: string): string =>
  `account:${platform}:${platformAccountId}`;

/** Held while an account's grant and its facts change together. */
export const accountLock = (stream: string): string => `connect:${stream}`;
