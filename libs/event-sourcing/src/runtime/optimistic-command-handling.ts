import type { Clock } from '../clock.port';
import { fold } from '../decider';
import { DomainError } from '../domain-error';
import { RevisionConflict } from '../event-log.port';
import type { Fact, Recorded } from '../fact';
import type { FactLog } from '../fact-log';
import { CommandHandling, type Decision, type Handled } from '../handle-command';
import { derivedId, newId } from '../ids';
import { Lanes } from './lanes';

const MOST_TRIES = 10;

/**
 * Decides on what it has just read; whoever appended first wins, and the other one decides again. Commands of this process on one stream go one
 * after the other, so that they do not take turns in failing.
 */
export class OptimisticCommandHandling extends CommandHandling {
  private readonly lanes = new Lanes();

  constructor(private readonly log: FactLog, private readonly clock: Clock) {
    super();
  }

  override handle<State, F extends Fact>(decision: Decision<State, F>): Promise<Handled<State, F>> {
    return this.lanes.run(decision.stream, () => this.untilDecided(decision));
  }

  private async untilDecided<State, F extends Fact>(decision: Decision<State, F>): Promise<Handled<State, F>> {
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      try {
        return await this.attempt(decision);
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
    throw new DomainError('conflict', 'conflict', 'Somebody else is changing the same thing at this moment. Try again.');
  }

  private async attempt<State, F extends Fact>(decision: Decision<State, F>): Promise<Handled<State, F>> {
    const { stream, decider, context } = decision;
    const history = await this.log.readStream<F>(stream);
    const repeated = repetition(decision, history);
    if (repeated) return repeated;

    const state = fold(decider, history as unknown as readonly F[]);
    const facts = decision.decide(state, this.clock.now());
    const last = history.at(-1);
    if (facts.length === 0) return { facts: [], state, position: last?.position ?? (await this.log.head()) };

    const ids = facts.map((_, index) => factId(decision, index));
    const appended = await this.log.append({ stream, facts, expected: last?.revision ?? 'no-stream', context, ids });
    const recorded = decision.idempotencyKey === undefined ? appended.facts : await this.readBack<F>(stream, appended.revision, facts.length);
    return { facts: recorded, state: fold(decider, recorded as unknown as readonly F[], state), position: appended.position };
  }

  /** The same command may have come through another process at the same time: then the log holds its facts, not ours. */
  private readBack<F extends Fact>(stream: string, last: number, count: number): Promise<readonly Recorded<F>[]> {
    return this.log.readStream<F>(stream, { from: last - count + 1, limit: count });
  }
}

const factId = <State, F extends Fact>({ stream, context, idempotencyKey }: Decision<State, F>, index: number): string =>
  idempotencyKey === undefined ? newId() : derivedId(context.workspaceId, idempotencyKey, stream, index);

/** What the first command with this key recorded, and the state right after it; undefined when this is the first. */
const repetition = <State, F extends Fact>(decision: Decision<State, F>, history: readonly Recorded<F>[]): Handled<State, F> | undefined => {
  if (decision.idempotencyKey === undefined) return undefined;
  const firstId = factId(decision, 0);
  const start = history.findIndex(({ id }) => id === firstId);
  if (start < 0) return undefined;
  let end = start + 1;
  while (end < history.length && history[end]?.id === factId(decision, end - start)) end += 1;
  const facts = history.slice(start, end);
  const state = fold(decision.decider, history.slice(0, end) as unknown as readonly F[]);
  return { facts, state, position: facts.at(-1)?.position ?? null };
};
