import { hash } from 'node:crypto';
import type { BoundCommand } from './bound-command';
import { canonicalJson } from './chain/canonical-json';
import type { FactContext } from './fact';
import { derivedId } from './ids';

/** What makes a repeated command known again. */
export interface IdempotencyKey {
  /** As the caller chose it. */
  readonly value: string;
  /** Stands for what was asked: the same key with another request is refused. Absent: the key alone says what it is for, such as a fact's id. */
  readonly request?: string;
}

/** The key of a command that came from outside. `asked` is all that makes it this command and no other. */
export const boundKey = (value: string, asked: unknown): IdempotencyKey => ({
  value,
  // With the key, so that what was asked cannot be guessed from the log: it may hold a name.
  request: hash('sha256', canonicalJson([value, asked]), 'base64url').slice(0, 22),
});

/** undefined: nothing to bind. */
export const boundCommand = (
  { workspaceId, actor }: FactContext,
  key: IdempotencyKey | undefined,
): BoundCommand | undefined =>
  key?.request === undefined
    ? undefined
    : { key: derivedId('command', workspaceId, actor.kind, actor.id, key.value), request: key.request };
