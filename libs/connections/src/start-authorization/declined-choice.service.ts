import { CommandHandling, DomainError, FactLog, fold } from '@linkage/event-sourcing';
import { creatorContext } from '@linkage/http';
import { Locks } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import { attempt, attemptLock, attemptStream, fail } from '../attempt/attempt';
import type { AttemptFact } from '../attempt/attempt.events';
import { PendingChoices } from '../attempt/pending-choices.service';
import { UnusedAccess } from '../attempt/unused-access.service';
import type { InvitedCreator } from '../invited-creator/invited-creators.projection';

/** "Not you?": none of the accounts that came back is meant. The access to them is given back, and the attempt ends. */
@Injectable()
export class DeclinedChoice {
  constructor(
    private readonly choices: PendingChoices,
    private readonly unused: UnusedAccess,
    private readonly locks: Locks,
    private readonly log: FactLog,
    private readonly commands: CommandHandling,
  ) {}

  /**
   * Gives the account that was to be connected again, null: none. Does nothing to an attempt that is over or that has
   * been answered.
   * @throws not-found for an attempt that is not this creator's
   */
  async end(attemptId: string, { workspaceId, invitationId }: InvitedCreator): Promise<string | null> {
    return this.locks.withLock(attemptLock(attemptId), async () => {
      const state = fold(attempt, await this.log.readStream<AttemptFact>(attemptStream(attemptId)));
      if (state === null || state.invitationId !== invitationId)
        throw new DomainError('not-found', 'not-found', 'There is no such attempt.');
      const open = await this.choices.get(attemptId);
      if (open === undefined || open.chosen !== null) return null;
      const context = creatorContext(workspaceId, invitationId);
      await this.commands.handle({
        stream: attemptStream(attemptId),
        decider: attempt,
        context,
        decide: (current) => fail({ reason: 'account-not-meant', step: 4 }, current),
      });
      await this.unused.giveBack(open, context);
      return open.reconnects;
    });
  }
}
