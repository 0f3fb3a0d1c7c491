import { hash } from 'node:crypto';
import type { Decider } from './decider';
import { canonicalJson } from '../facts/canonical-json';
import type { BoundCommand, Fact, FactContext, Position, Recorded } from '../facts/fact';
import { derivedId } from '../facts/ids';

export interface IdempotencyKey {
  readonly value: string;
  /** The same key with another request is refused. Absent: the key alone says it, such as a fact's id. */
  readonly request?: string;
}

export const boundKey = (value: string, asked: unknown): IdempotencyKey => ({
  value,
  // With the key, so that what was asked cannot be guessed from the log: it may hold a name.
  request: hash('sha256', canonicalJson([value, asked]), 'base64url').slice(0, 22),
});

export const boundCommand = (
  { workspaceId, actor }: FactContext,
  key: IdempotencyKey | undefined,
): BoundCommand | undefined =>
  key?.request === undefined
    ? undefined
    : { key: derivedId('command', workspaceId, actor.kind, actor.id, key.value), request: key.request };

export interface Decision<State, F extends Fact> {
  readonly stream: string;
  readonly decider: Decider<State, F>;
  readonly context: FactContext;
  /** A repeated command appends nothing new; another request with the same key is refused. */
  readonly idempotencyKey?: IdempotencyKey | undefined;
  /** Pure. No facts: nothing to do. `now` is the clock port's. @throws DomainError to refuse */
  decide(state: State, now: Date): readonly F[];
}

export interface Handled<State, F extends Fact> {
  readonly facts: readonly Recorded<F>[];
  readonly state: State;
  /** How far a read model must have read to show the outcome; null when the log is empty and nothing was decided. */
  readonly position: Position | null;
}
