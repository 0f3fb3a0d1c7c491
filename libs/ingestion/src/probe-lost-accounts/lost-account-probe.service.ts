import { CLOCK, FactLog, newId, RevisionConflict, type Clock, type Recorded } from '@linkage/event-sourcing';
import { systemContext } from '@linkage/http';
import { troubleOf, withFreshAccess, type PlatformConnector, type PlatformTrouble } from '@linkage/platforms';
import { Grants, Locks } from '@linkage/vault';
import { Inject, Injectable } from '@nestjs/common';
import { connectedAs } from '../refresh/connected-as';
import { refreshLock, refreshStream } from '../refresh/refresh';
import type { RefreshFact, SocialAccountAccessLost, SocialAccountFact } from '../refresh/refresh.events';
import type { WatchedAccount } from '../refresh/watched-accounts.projection';
import { answerAgain, hasAnswered, type LostAccount } from './answer-again';
import { LastProbes } from './last-probes.service';

/** `not-asked`: its turn was used, it is not lost any more, or nothing is kept that it could be asked with. */
export type Probed = 'not-asked' | 'answered' | 'another-account' | PlatformTrouble;

/** Asks the platform of one lost account which account it is, with the access that was refused. */
@Injectable()
export class LostAccountProbe {
  constructor(
    private readonly log: FactLog,
    private readonly grants: Grants,
    private readonly locks: Locks,
    private readonly lastProbes: LastProbes,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** At most once for each `time`, in all processes. Only the account's own answer is recorded. */
  async probe(account: WatchedAccount, connector: PlatformConnector, time: number): Promise<Probed> {
    if (await this.lastProbes.isUsed(account.accountId, time)) return 'not-asked';
    const alone = (lost: AbortSignal): Promise<Probed> => this.alone(account, connector, time, lost);
    return (await this.locks.tryLock(refreshLock(account.accountId), alone)) ?? 'not-asked';
  }

  private async alone(
    account: WatchedAccount,
    connector: PlatformConnector,
    time: number,
    lockLost: AbortSignal,
  ): Promise<Probed> {
    const { accountId } = account;
    if (await this.lastProbes.isUsed(accountId, time)) return 'not-asked';
    await this.lastProbes.use(accountId, time);
    const lost = await this.lostAccount(account);
    if (lost === undefined || hasAnswered(lost) || (await this.grants.get(accountId)) === undefined) return 'not-asked';
    try {
      const { platformAccountId } = await withFreshAccess(
        this.grants,
        connector,
        accountId,
        this.clock.now(),
        (grant) => connector.identify(grant),
      );
      return await this.record(account, lost, platformAccountId, lockLost);
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === undefined) throw error;
      return trouble;
    }
  }

  /** undefined: something else has happened to it since. */
  private async lostAccount({ accountId, stream }: WatchedAccount): Promise<LostAccount | undefined> {
    const facts = await this.log.readStream<SocialAccountFact>(stream, { backwards: true });
    const [loss] = facts;
    const platformAccountId = connectedAs(facts)?.platformAccountId;
    if (loss?.type !== 'SocialAccountAccessLost' || platformAccountId === undefined) return undefined;
    const [newest] = await this.log.readStream<RefreshFact>(refreshStream(accountId), { backwards: true, limit: 1 });
    return { loss: loss as Recorded<SocialAccountAccessLost>, platformAccountId, newest };
  }

  private async record(
    { accountId, workspaceId }: WatchedAccount,
    lost: LostAccount,
    platformAccountId: string,
    lockLost: AbortSignal,
  ): Promise<Probed> {
    const facts = answerAgain(lost, platformAccountId);
    if (facts.length === 0) return 'another-account';
    lockLost.throwIfAborted();
    try {
      await this.log.append({
        stream: refreshStream(accountId),
        facts,
        expected: lost.newest?.revision ?? 'no-stream',
        // As a refresh, the schedule set it in motion; it answers to the loss all the same.
        context: systemContext(workspaceId, 'ingestion', { id: lost.loss.id, correlationId: newId() }),
      });
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
    }
    return 'answered';
  }
}
