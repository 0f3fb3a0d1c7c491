import {
  CLOCK,
  FactLog,
  fold,
  newId,
  RevisionConflict,
  type Clock,
  type FactContext,
  type Recorded,
} from '@linkage/event-sourcing';
import { systemContext } from '@linkage/http';
import type { AccountIdentity } from '@linkage/published-facts';
import { Inject, Injectable } from '@nestjs/common';
import { connectedAs } from '../refresh/connected-as';
import { FACTS_THAT_TELL, refresh, refreshStream, type Refresh } from '../refresh/refresh';
import type {
  RefreshCompleted,
  RefreshFact,
  RefreshFailed,
  RefreshGivenBack,
  RefreshStarted,
  SocialAccountFact,
} from '../refresh/refresh.events';
import type { WatchedAccount } from '../refresh/watched-accounts.projection';
import { RunStopped } from './run-stopped.errors';
import { startRefresh } from './start-refresh';

/** How an account is connected. */
export interface Connection {
  /** Gave, or proved again, the access that it has now. */
  readonly fact: Recorded<SocialAccountFact>;
  /** As the platform named it at connecting. */
  readonly account: AccountIdentity;
}

/** A run that has set out. */
export interface Run {
  readonly started: Recorded<RefreshStarted>;
  /** The account's refreshes, this one running. */
  readonly state: Refresh;
  readonly account: WatchedAccount;
  readonly connection: Connection;
  /** Of everything that this run records. */
  readonly context: FactContext;
  /** Aborted when the process ends or the account's lock is lost. */
  readonly signal: AbortSignal;
}

/**
 * Writes the stream of an account's refreshes, for the holder of its lock. Should that have been lost without notice (a
 * machine that slept), the log decides: the first to start runs, and only the run that started last may end.
 */
@Injectable()
export class RefreshRuns {
  constructor(
    private readonly log: FactLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** undefined: the account is not connected. */
  async connection({ stream }: WatchedAccount): Promise<Connection | undefined> {
    const fact = await this.newest<SocialAccountFact>(stream);
    if (fact === undefined) return undefined;
    const isRegained = fact.type === 'SocialAccountAccessRegained';
    const facts = isRegained ? await this.log.readStream<SocialAccountFact>(stream, { backwards: true }) : [fact];
    const account = connectedAs(facts);
    return account && { fact, account };
  }

  /** undefined: not due, or another process was first. */
  async start(
    account: WatchedAccount,
    connection: Connection,
    signal: AbortSignal,
    asked?: 'asked',
  ): Promise<Run | undefined> {
    const stream = refreshStream(account.accountId);
    const history = (
      await this.log.readStream<RefreshFact>(stream, { backwards: true, limit: FACTS_THAT_TELL })
    ).toReversed();
    const before = fold(refresh, history);
    const facts = startRefresh(
      before,
      { ...account, connectedAt: Date.parse(connection.fact.at) },
      newId(),
      this.clock.now(),
      asked,
    );
    const cause = facts[0]?.data.because === 'connected' ? connection.fact : undefined;
    if (facts.length === 0) return undefined;
    try {
      const appended = await this.log.append({
        stream,
        facts,
        expected: history.at(-1)?.revision ?? 'no-stream',
        context: systemContext(account.workspaceId, 'ingestion', cause),
      });
      const started = appended.facts[0] as Recorded<RefreshStarted>;
      const context = systemContext(account.workspaceId, 'ingestion', started);
      return { started, state: fold(refresh, [started], before), account, connection, context, signal };
    } catch (error) {
      if (error instanceof RevisionConflict) return undefined;
      throw error;
    }
  }

  /** @throws RunStopped when the run must leave off */
  async check({ signal, account, connection, started }: Run): Promise<void> {
    if (signal.aborted) throw new RunStopped('the process ends, or the lock of the account was lost');
    if ((await this.newest(account.stream))?.revision !== connection.fact.revision)
      throw new RunStopped('the account is not connected as it was');
    if ((await this.newest(started.stream))?.revision !== started.revision)
      throw new RunStopped('another run took over');
  }

  /** @throws RunStopped when another run took over */
  async end({ started, context }: Run, end: RefreshCompleted | RefreshFailed): Promise<void> {
    try {
      await this.log.append({ stream: started.stream, facts: [end], expected: started.revision, context });
    } catch (error) {
      throw error instanceof RevisionConflict ? new RunStopped('another run took over') : error;
    }
  }

  /** The run is broken off. It says so: it did not die, and the next process that finds the account due goes on. */
  async giveBack({ started, context }: Run): Promise<void> {
    const { accountId, invitationId, platform, refreshId } = started.data;
    const fact: RefreshGivenBack = { type: 'RefreshGivenBack', data: { accountId, invitationId, platform, refreshId } };
    try {
      await this.log.append({ stream: started.stream, facts: [fact], expected: started.revision, context });
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
    }
  }

  private async newest<F extends SocialAccountFact | RefreshFact>(stream: string): Promise<Recorded<F> | undefined> {
    return (await this.log.readStream<F>(stream, { backwards: true, limit: 1 }))[0];
  }
}
