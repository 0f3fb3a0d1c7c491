import { FactLog, fold } from '@linkage/event-sourcing';
import type { PlatformId } from '@linkage/published-facts';
import { KeyedHashes } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import { accountStreamKey } from './account-stream';
import { hasSeat, socialAccount } from './social-account';
import type { SocialAccountFact } from './social-account.events';

/**
 * `yours`: connected through this invitation before, so that it is connected again in place. `taken`: through another
 * one.
 */
export type AccountStanding =
  { readonly is: 'new' | 'taken' } | { readonly is: 'yours'; readonly accountId: string; readonly hasSeat: boolean };

/** Connecting it takes a seat of the plan. */
export const needsSeat = (standing: AccountStanding): boolean =>
  standing.is === 'new' || (standing.is === 'yours' && !standing.hasSeat);

/** What is known here of an account on a platform. */
@Injectable()
export class AccountStandings {
  constructor(
    private readonly hashes: KeyedHashes,
    private readonly log: FactLog,
  ) {}

  async of(
    { workspaceId, invitationId }: { readonly workspaceId: string; readonly invitationId: string },
    platform: PlatformId,
    platformAccountId: string,
  ): Promise<AccountStanding> {
    const key = await this.hashes.ofWorkspace(workspaceId, accountStreamKey(platform, platformAccountId));
    const account = fold(socialAccount, await this.log.readStream<SocialAccountFact>(`account-${key}`));
    if (!account.exists || account.erased) return { is: 'new' };
    if (account.invitationId !== invitationId) return { is: 'taken' };
    return { is: 'yours', accountId: account.accountId, hasSeat: hasSeat(account) };
  }
}
