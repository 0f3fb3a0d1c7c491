import { CLOCK, NotYet, type Clock, type Reactor, type Recorded } from '@linkage/event-sourcing';
import { systemContext } from '@linkage/http';
import { Locks } from '@linkage/vault';
import { Inject, Injectable } from '@nestjs/common';
import { attemptLock } from '../attempt/attempt';
import type { AuthorizationAbandoned } from '../attempt/attempt.events';
import { PendingChoices, type PendingChoice } from '../attempt/pending-choices.service';
import { UnusedAccess } from '../attempt/unused-access.service';

/** A platform that does not answer is left alone for so long. */
const AGAIN_MS = 15 * 60_000;

/** Gives the access back that a creator gave and then did not say which account is meant. */
@Injectable()
export class GiveBackAccess implements Reactor<AuthorizationAbandoned> {
  readonly name = 'give-back-access';
  readonly streams = ['attempt-'];
  readonly on = ['AuthorizationAbandoned'] as const;
  /** So long a platform that does not answer is asked again. */
  readonly maxAgeMs = 24 * 3_600_000;
  readonly lateToo = true;
  /** When to ask again, by attempt. A new process asks at once. */
  private readonly notBefore = new Map<string, number>();

  constructor(
    private readonly locks: Locks,
    private readonly choices: PendingChoices,
    private readonly unused: UnusedAccess,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async react(fact: Recorded<AuthorizationAbandoned>): Promise<void> {
    const { attemptId } = fact.data;
    await this.locks.withLock(attemptLock(attemptId), async () => {
      const choice = await this.choices.kept(attemptId);
      if (choice === undefined) return;
      await this.giveBack(choice, fact);
    });
  }

  /** @throws NotYet while the platform does not answer */
  private async giveBack(choice: PendingChoice, fact: Recorded<AuthorizationAbandoned>): Promise<void> {
    const { attemptId } = choice;
    const context = systemContext(fact.workspaceId, 'connections', fact);
    const now = this.clock.now().getTime();
    const next = this.notBefore.get(attemptId) ?? now;
    if (now < next) throw new NotYet(new Date(next));
    if (now - Date.parse(fact.at) >= this.maxAgeMs) await this.unused.giveBack(choice, context);
    else if (!(await this.unused.tryToGiveBack(choice, context))) {
      this.notBefore.set(attemptId, now + AGAIN_MS);
      throw new NotYet(new Date(now + AGAIN_MS));
    }
    this.notBefore.delete(attemptId);
  }
}
