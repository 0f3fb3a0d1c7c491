import type { SocialAccount } from './social-account';
import { accountNotFound } from './social-account.errors';
import type { SocialAccountDisconnected } from './social-account.events';

/** Also for an account that lost its access. Nothing to do when it is disconnected already. @throws not-found */
export const disconnectAccount = (
  by: SocialAccountDisconnected['data']['by'],
  state: SocialAccount,
): readonly SocialAccountDisconnected[] => {
  if (!state.exists) throw accountNotFound();
  if (state.condition.is === 'disconnected') return [];
  const { accountId, invitationId, platform } = state;
  return [{ type: 'SocialAccountDisconnected', data: { accountId, invitationId, platform, by } }];
};
