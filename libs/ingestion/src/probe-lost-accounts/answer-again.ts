import type { Recorded } from '@linkage/event-sourcing';
import type { AccountAnsweredAgain, RefreshFact, SocialAccountAccessLost } from '../refresh/refresh.events';

/** What is known of a lost account before its platform is asked again. */
export interface LostAccount {
  readonly loss: Recorded<SocialAccountAccessLost>;
  /** Which account of its platform it is. */
  readonly platformAccountId: string;
  /** The newest fact of its refreshes. */
  readonly newest: Recorded<RefreshFact> | undefined;
}

/** It was said of this loss already; what becomes of it is for others to decide. */
export const hasAnswered = ({ loss, newest }: LostAccount): boolean =>
  newest?.type === 'AccountAnsweredAgain' && newest.causationId === loss.id;

/** Once for each loss, and only if the account that answers is the one that was lost. */
export const answerAgain = (account: LostAccount, answered: string): readonly AccountAnsweredAgain[] => {
  if (hasAnswered(account) || answered !== account.platformAccountId) return [];
  const { accountId, invitationId, platform } = account.loss.data;
  return [{ type: 'AccountAnsweredAgain', data: { accountId, invitationId, platform } }];
};
