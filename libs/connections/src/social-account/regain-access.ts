import type { SocialAccount } from './social-account';
import type { SocialAccountAccessRegained } from './social-account.events';

/** Only an account whose access is lost can regain it: one that works, or that was disconnected, stays as it is. */
export const regainAccess = (state: SocialAccount): readonly SocialAccountAccessRegained[] => {
  if (!state.exists || state.condition.is !== 'lost') return [];
  const { accountId, invitationId, platform } = state;
  return [{ type: 'SocialAccountAccessRegained', data: { accountId, invitationId, platform } }];
};
