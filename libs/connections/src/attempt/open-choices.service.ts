import { CommandHandling, ReadModels, type FactContext } from '@linkage/event-sourcing';
import { Locks } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import { attempt, attemptLock, attemptStream, fail } from './attempt';
import { openAttempts, type OpenAttempt } from './open-attempts.projection';
import { PendingChoices } from './pending-choices.service';
import { UnusedAccess } from './unused-access.service';

/** Choices of one creator that wait for an answer. */
@Injectable()
export class OpenChoices {
  constructor(
    private readonly readModels: ReadModels,
    private readonly locks: Locks,
    private readonly choices: PendingChoices,
    private readonly unused: UnusedAccess,
    private readonly commands: CommandHandling,
  ) {}

  /** The oldest first. */
  async of(invitationId: string): Promise<readonly OpenAttempt[]> {
    const { rows } = await this.readModels.page(openAttempts, {
      where: { invitationId },
      sort: [{ field: 'startedAt', direction: 'asc' }],
      limit: 100,
    });
    return rows.filter(({ choosing }) => choosing);
  }

  /** None can be answered any more: each attempt ends, and its access is given back. Gives how many. */
  async end(invitationId: string, context: FactContext): Promise<number> {
    let ended = 0;
    for (const { attemptId } of await this.of(invitationId)) if (await this.endOne(attemptId, context)) ended += 1;
    return ended;
  }

  private endOne(attemptId: string, context: FactContext): Promise<boolean> {
    return this.locks.withLock(attemptLock(attemptId), async () => {
      const choice = await this.choices.kept(attemptId);
      if (choice === undefined || choice.chosen !== null) return false;
      await this.commands.handle({
        stream: attemptStream(attemptId),
        decider: attempt,
        context,
        decide: (state) => fail({ reason: 'invitation-withdrawn', step: 4 }, state),
      });
      await this.unused.giveBack(choice, context);
      return true;
    });
  }
}
