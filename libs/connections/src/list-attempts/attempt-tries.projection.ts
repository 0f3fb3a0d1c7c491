import { projection } from '@linkage/event-sourcing';
import type { PlatformId } from '@linkage/published-facts';
import type { AuthorizationFailed } from '../attempt/attempt.events';

export interface AttemptTries {
  readonly failed: number;
}

/** One row per creator and platform. */
export const triesKey = (of: { readonly invitationId: string; readonly platform: PlatformId }): string =>
  `${of.invitationId}:${of.platform}`;

/** How often a creator has failed on a platform. */
export const attemptTries = projection<AttemptTries, AuthorizationFailed>({
  name: 'attempt-tries',
  version: 1,
  streams: ['attempt-'],
  on: ['AuthorizationFailed'],
  fields: {},
  key: (fact) => triesKey(fact.data),
  project: (row) => ({ failed: (row?.failed ?? 0) + 1 }),
});
