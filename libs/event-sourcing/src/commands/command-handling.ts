import type { BoundCommand, Fact, Recorded } from '../facts/fact';
import type { Clock } from '../facts/clock.port';
import { fold } from './decider';
import { DomainError } from '../facts/domain-error';
import { LogUnavailable, RevisionConflict } from '../log/event-log.port';
import type { FactLog } from '../log/fact-log';
import { boundCommand, type Decision, type Handled } from './decision';
import { factId, refuseOther, repetition } from './idempotency';
import { KeyedQueue } from './keyed-queue';
import { RememberedStates } from './remembered-states';

const MOST_TRIES = 10;

/** Refuses a command whose key was used for another request. */
export interface KeyBinding {
  /** @throws DomainError idempotency-key-reused */
  run<T extends { readonly facts: readonly unknown[] }>(command: BoundCommand, work: () => Promise<T>): Promise<T>;
}

interface Basis<State> {
  readonly state: State;
  readonly revision: number;
  readonly ids: Iterable<string>;
}

/** The first append wins, the loser decides again. Commands of this process on one stream take turns. */
export class CommandHandling {
  /** Given by a plugin. Absent: a key is bound within one stream only. */
  binding: KeyBinding | undefined;
  private readonly queue = new KeyedQueue();
  private readonly remembered = new RememberedStates();

  constructor(
    private readonly log: FactLog,
    private readonly clock: Clock,
  ) {}

  forget(): void {
    this.remembered.forgetAll();
  }

  handle<State, F extends Fact>(decision: Decision<State, F>): Promise<Handled<State, F>> {
    const work = () =>
      this.queue.run(decision.stream, async () => (await this.fromMemory(decision)) ?? this.fromLog(decision));
    const command = boundCommand(decision.context, decision.idempotencyKey);
    return command && this.binding ? this.binding.run(command, work) : work();
  }

  /** The expected revision proves the memory right; a refusal, no fact or a conflict is decided again from the log. */
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
