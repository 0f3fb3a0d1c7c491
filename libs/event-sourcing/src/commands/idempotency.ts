import { fold } from './decider';
import { DomainError } from '../facts/domain-error';
import type { Fact, Recorded } from '../facts/fact';
import { boundCommand, type Decision, type Handled } from './decision';
import { derivedId, newId } from '../facts/ids';

export const factId = <State, F extends Fact>(
  { stream, context, idempotencyKey }: Decision<State, F>,
  index: number,
): string =>
  idempotencyKey === undefined ? newId() : derivedId(context.workspaceId, idempotencyKey.value, stream, index);

export const keyUsedForAnother = (): DomainError =>
  new DomainError(
    'rule-broken',
    'idempotency-key-reused',
    'This Idempotency-Key was used for another request. Nothing was done; send this one with a key of its own.',
    { field: 'Idempotency-Key' },
  );

/** @throws DomainError idempotency-key-reused */
export const refuseOther = <State, F extends Fact>(
  { context, idempotencyKey }: Decision<State, F>,
  first: Recorded<F> | undefined,
): void => {
  const asked = boundCommand(context, idempotencyKey)?.request;
  const recorded = first?.command?.request;
  if (asked !== undefined && recorded !== undefined && asked !== recorded) throw keyUsedForAnother();
};

/** With the state right after it; undefined for a new key. @throws DomainError idempotency-key-reused */
export const repetition = <State, F extends Fact>(
  decision: Decision<State, F>,
  history: readonly Recorded<F>[],
): Handled<State, F> | undefined => {
  if (decision.idempotencyKey === undefined) return undefined;
  const firstId = factId(decision, 0);
  const start = history.findIndex(({ id }) => id === firstId);
  if (start < 0) return undefined;
  refuseOther(decision, history[start]);
  let end = start + 1;
  while (end < history.length && history[end]?.id === factId(decision, end - start)) end += 1;
  const facts = history.slice(start, end);
  const state = fold(decision.decider, history.slice(0, end) as unknown as readonly F[]);
  return { facts, state, position: facts.at(-1)?.position ?? null };
};
