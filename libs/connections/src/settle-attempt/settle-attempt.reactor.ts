import { CommandHandling, type Reactor, type Recorded } from '@linkage/event-sourcing';
import { systemContext } from '@linkage/http';
import { PlatformRegistry } from '@linkage/platforms';
import { Locks } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import { attempt, attemptLock, attemptStream, succeed } from '../attempt/attempt';
import { missingPermissions } from '../attempt/missing-permissions';
import { PendingChoices } from '../attempt/pending-choices.service';
import type { SocialAccountConnected, SocialAccountReconnected } from '../social-account/social-account.events';

/**
 * An account that was connected proves that its attempt succeeded, also when the process died before it could say so.
 * The request that connected it holds the attempt's lock until the outcome is recorded, so in the ordinary course there
 * is nothing left to do here.
 */
@Injectable()
export class SettleAttempt implements Reactor<SocialAccountConnected | SocialAccountReconnected> {
  readonly name = 'settle-attempt';
  readonly streams = ['account-'];
  readonly on = ['SocialAccountConnected', 'SocialAccountReconnected'] as const;
  readonly maxAgeMs = 7 * 24 * 3_600_000;
  readonly lateToo = true;

  constructor(
    private readonly commands: CommandHandling,
    private readonly locks: Locks,
    private readonly registry: PlatformRegistry,
    private readonly choices: PendingChoices,
  ) {}

  async react(fact: Recorded<SocialAccountConnected | SocialAccountReconnected>): Promise<void> {
    const { attemptId, accountId, platform, granted } = fact.data;
    if (attemptId === undefined) return;
    const missing = missingPermissions(this.registry.find(platform)?.permissions ?? [], granted).optional;
    const outcome = { accountId, reconnected: fact.type === 'SocialAccountReconnected', missing };
    await this.locks.withLock(attemptLock(attemptId), async () => {
      // Of several chosen accounts the others are still to come.
      if ((await this.choices.get(attemptId))?.chosen) return;
      await this.commands.handle({
        stream: attemptStream(attemptId),
        decider: attempt,
        context: systemContext(fact.workspaceId, 'connections', fact),
        decide: (state) => succeed(outcome, state),
      });
    });
  }
}
