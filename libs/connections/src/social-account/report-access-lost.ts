import type { RefreshFailed } from '@linkage/published-facts';
import type { SocialAccount } from './social-account';
import type { AccessLostCause, SocialAccountAccessLost } from './social-account.events';

const told: Readonly<Record<AccessLostCause, true>> = {
  'password-changed': true,
  'permission-revoked': true,
  expired: true,
  'no-longer-valid': true,
  'account-gone': true,
};
const isCause = (cause: string | null): cause is AccessLostCause => cause !== null && Object.hasOwn(told, cause);

/**
 * null: this failure leaves the connection as it is. Only a re-authorise-class answer, or an account that is gone,
 * breaks one. One that is still looked for is not gone.
 */
export const causeOf = ({
  outcome,
  cause,
  nextDueAt,
}: Pick<RefreshFailed['data'], 'outcome' | 'cause' | 'nextDueAt'>): AccessLostCause | null => {
  if (outcome === 'gone') return typeof nextDueAt === 'string' ? null : 'account-gone';
  if (outcome !== 'needs-reauthorization') return null;
  return isCause(cause) ? cause : 'no-longer-valid';
};

/** Once per break: an account that is lost or disconnected already stays as it is. */
export const reportAccessLost = (cause: AccessLostCause, state: SocialAccount): readonly SocialAccountAccessLost[] => {
  if (!state.exists || state.condition.is !== 'working') return [];
  const { accountId, invitationId, platform } = state;
  return [{ type: 'SocialAccountAccessLost', data: { accountId, invitationId, platform, cause } }];
};
