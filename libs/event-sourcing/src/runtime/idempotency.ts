import { fold } from '../decider';
import type { Fact, Recorded } from '../fact';
import type { Decision, Handled } from '../command-handling';
import { derivedId, newId } from '../ids';

/** Id of a command's fact: derived from the idempotency key, if there is one, so that the same command comes to the same ids. */
export const factId = <State, F extends Fact>(
  { stream, context, idempotencyKey }: Decision<State, F>,
  index: number,
): string => (idempotencyKey === undefined ? newId() : derivedId(context.workspaceId, idempotencyKey, stream, index));

/** What the first command with this key recorded, and the state right after it; undefined when this is the first. */
export const repetition = <State, F extends Fact>(
  decision: Decision<State, F>,
  history: readonly Recorded<F>[],
): Handled<State, F> | undefined => {
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
