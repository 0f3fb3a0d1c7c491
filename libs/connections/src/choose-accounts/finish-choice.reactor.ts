import { ReadModels, type Reactor, type Recorded } from '@linkage/event-sourcing';
import { Locks } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import { attemptLock } from '../attempt/attempt';
import { PendingChoices } from '../attempt/pending-choices.service';
import { invitedCreators } from '../invited-creator/invited-creators.projection';
import type { SocialAccountConnected, SocialAccountReconnected } from '../social-account/social-account.events';
import { ChosenAccounts } from './chosen-accounts.service';

/**
 * Connects the rest of what a creator chose, where the process stopped after the first. In the ordinary course nothing
 * is left to do.
 */
@Injectable()
export class FinishChoice implements Reactor<SocialAccountConnected | SocialAccountReconnected> {
  readonly name = 'finish-choice';
  readonly streams = ['account-'];
  readonly on = ['SocialAccountConnected', 'SocialAccountReconnected'] as const;
  /** As long as a choice is kept. */
  readonly maxAgeMs = 24 * 3_600_000;
  readonly lateToo = true;

  constructor(
    private readonly locks: Locks,
    private readonly choices: PendingChoices,
    private readonly chosen: ChosenAccounts,
    private readonly readModels: ReadModels,
  ) {}

  async react({ data }: Recorded<SocialAccountConnected | SocialAccountReconnected>): Promise<void> {
    const { attemptId, invitationId } = data;
    if (attemptId === undefined) return;
    await this.locks.withLock(attemptLock(attemptId), async () => {
      const choice = await this.choices.get(attemptId);
      const creator = choice?.chosen ? await this.readModels.get(invitedCreators, invitationId) : undefined;
      if (choice !== undefined && creator !== undefined) await this.chosen.finish(choice, creator);
    });
  }
}
