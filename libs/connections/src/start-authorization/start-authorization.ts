import type { Attempt } from '../attempt/attempt';
import type { AuthorizationStarted } from '../attempt/attempt.events';

/** Nothing to add when the same start is repeated. */
export const startAuthorization = (
  asked: AuthorizationStarted['data'],
  state: Attempt,
): readonly AuthorizationStarted[] => (state === null ? [{ type: 'AuthorizationStarted', data: asked }] : []);
