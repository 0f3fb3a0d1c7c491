import type { Clock } from '../clock.port';
import { fold } from '../decider';
import { DomainError } from '../domain-error';
import { LogUnavailable, RevisionConflict } from '../event-log.port';
import type { Fact, Recorded } from '../fact';
import type { FactLog } from '../fact-log';
import { CommandHandling, type Decision, type Handled } from '../command-handling';
import { boundCommand } from '../idempotency-key';
import type { BoundKeys } from './bound-keys';
import { factId, refuseOther, repetition } from './idempotency';
import { KeyedQueue } from './keyed-queue';
import { RememberedStates } from './remembered-states';

const MOST_TRIES = 10;

interface Basis<State> {
  readonly state: State;
  readonly revision: number;
  readonly ids: Iterable<string>;
}

/**
 * Decides on what it has just read; the first append wins, and the loser decides again. Commands of this process on
 * one stream are queued, so that they do not make each other fail.
 */
export class OptimisticCommandHandling extends CommandHandling {
  private readonly queue = new KeyedQueue();
  private readonly remembered = new RememberedStates();

  constructor(
    private readonly log: FactLog,
    private readonly clock: Clock,
    private readonly keys: BoundKeys,
  ) {
    super();
  }

  /** Drops what was decrypted: the next command on each stream loads it again. */
  forget(): void {
    this.remembered.forgetAll();
  }

  override handle<State, F extends Fact>(decision: Decision<State, F>): Promise<Handled<State, F>> {
    return this.keys.run(boundCommand(decision.context, decision.idempotencyKey), () =>
      this.queue.run(decision.stream, async () => (await this.fromMemory(decision)) ?? this.fromLog(decision)),
    );
  }

  /**
   * Skips loading when the stream was written a moment ago. The append's expected revision proves the memory right; a
   * refusal, an empty decision, a conflict or a known key are decided again from the log.
   */
  private async fromMemory<State, F extends Fact>(
    decision: Decision<State, F>,
  ): Promise<Handled<State, F> | undefined> {
    const known = this.remembered.recall(decision.stream, decision.decider);
    if (!known || (decision.idempotencyKey !== undefined && known.derivedIds.has(factId(decision, 0))))
      return undefined;
    try {
      const facts = decision.decide(known.state, this.clock.now());
      return facts.length === 0 ? undefined : await this.append(decision, facts, { ...known, ids: known.derivedIds });
    } catch (error) {
      this.remembered.forget(decision.stream);
      if (error instanceof RevisionConflict || error instanceof DomainError) return undefined;
      throw error;
    }
  }

  private async fromLog<State, F extends Fact>(decision: Decision<State, F>): Promise<Handled<State, F>> {
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      try {
        return await this.attempt(decision);
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
    throw new DomainError(
      'conflict',
      'conflict',
      'Another change to the same thing is being made at this moment. Try again.',
    );
  }

  private async attempt<State, F extends Fact>(decision: Decision<State, F>): Promise<Handled<State, F>> {
    const history = await this.log.readStream<F>(decision.stream);
    const repeated = repetition(decision, history);
    if (repeated) return repeated;

    const state = fold(decision.decider, history as unknown as readonly F[]);
    const facts = decision.decide(state, this.clock.now());
    const last = history.at(-1);
    if (facts.length === 0) return { facts: [], state, position: last?.position ?? (await this.log.head()) };
    return this.append(decision, facts, { state, revision: last?.revision ?? -1, ids: history.map(({ id }) => id) });
  }

  private async append<State, F extends Fact>(
    decision: Decision<State, F>,
    facts: readonly F[],
    basis: Basis<State>,
  ): Promise<Handled<State, F>> {
    const { stream, decider, context, idempotencyKey } = decision;
    const expected = basis.revision < 0 ? 'no-stream' : basis.revision;
    const ids = facts.map((_, index) => factId(decision, index));
    const command = boundCommand(context, idempotencyKey);
    const appended = await this.log.append({ stream, facts, expected, context, ids, command });
    const { position, revision } = appended;
    const recorded =
      idempotencyKey === undefined ? appended.facts : await this.readBack<F>(stream, revision, facts.length);
    refuseOther(decision, recorded[0]);
    const state = fold(decider, recorded as unknown as readonly F[], basis.state);
    this.remembered.remember(stream, decider, { state, revision, position }, [...basis.ids, ...ids]);
    return { facts: recorded, state, position };
  }

  /** The same command may have come through another process: then the log holds its facts, not ours. */
  private async readBack<F extends Fact>(stream: string, last: number, count: number): Promise<readonly Recorded<F>[]> {
    try {
      return await this.log.readStream<F>(stream, { from: last - count + 1, limit: count });
    } catch (error) {
      throw error instanceof LogUnavailable
        ? new LogUnavailable(error.message, error.retrySafe, { cause: error, perhapsWritten: true })
        : error;
    }
  }
}
