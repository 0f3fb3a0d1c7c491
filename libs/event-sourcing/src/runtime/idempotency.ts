import { fold } from '../decider';
import type { Fact, Recorded } from '../fact';
import type { Decision, Handled } from '../command-handling';
import { derivedId, newId } from '../ids';

export const factId = <State, F extends Fact>(
  { stream, context, idempotencyKey }: Decision<State, F>,
  index: number,
): string => (idempotencyKey === undefined ? newId() : derivedId(context.workspaceId, idempotencyKey, stream, index));

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
