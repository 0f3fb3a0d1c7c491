import type { GoogleUserInfo } from '@linkage/platforms/wire';
import { avatarUrl } from '../pictures/links';
import type { ApiCall } from './access';
import { scopeMissing } from './errors';
import { scope } from './scopes';

/** `GET /oauth2/v2/userinfo`: what the granted sign-in scopes allow. Any of them opens it. */
export function userinfo({ sandbox, account: { person, googleId }, scopes }: ApiCall): GoogleUserInfo {
  if (![scope.openid, scope.email, scope.profile].some((name) => scopes.includes(name))) throw scopeMissing('oauth2');
  return {
    id: googleId,
    ...(scopes.includes(scope.email) ? { email: person.email, verified_email: true } : {}),
    ...(scopes.includes(scope.profile) ? { name: person.name, picture: avatarUrl(sandbox, 'youtube', person) } : {}),
  };
}
