import type { SocialAccount } from './social-account';
import { accountLinkedElsewhere } from './social-account.errors';
import type { AccountIdentity, SocialAccountConnected, SocialAccountReconnected } from './social-account.events';

export interface ConsentedAccount {
  /** Used when this account was never connected in the workspace before. */
  readonly accountId: string;
  readonly attemptId: string;
  readonly invitationId: string;
  readonly platform: SocialAccountConnected['data']['platform'];
  readonly identity: AccountIdentity;
  readonly granted: readonly string[];
  readonly creatorName: string;
  readonly creatorEmail: string;
}

/**
 * A new account is connected, and so is one whose creator was erased; one of the same invitation is reconnected in
 * place, whatever its condition, so its history goes on.
 * @throws conflict, with the reason account-linked-elsewhere, for an account of another invitation
 */
export const connectAccount = (
  consented: ConsentedAccount,
  state: SocialAccount,
): readonly (SocialAccountConnected | SocialAccountReconnected)[] => {
  const { attemptId, invitationId, platform, identity, creatorName, creatorEmail } = consented;
  const granted = [...consented.granted];
  if (!state.exists || state.erased) {
    const { accountId } = consented;
    return [
      {
        type: 'SocialAccountConnected',
        data: { accountId, attemptId, invitationId, platform, granted, ...identity, creatorName, creatorEmail },
      },
    ];
  }
  if (state.invitationId !== invitationId)
    throw accountLinkedElsewhere(state.invitationId, state.condition.is === 'disconnected');
  return [
    {
      type: 'SocialAccountReconnected',
      data: { accountId: state.accountId, attemptId, invitationId, platform, granted, ...identity },
    },
  ];
};
