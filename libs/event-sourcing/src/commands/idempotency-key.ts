import { hash } from 'node:crypto';
import type { BoundCommand, FactContext } from '../facts/fact';
import { canonicalJson } from '../facts/canonical-json';
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
