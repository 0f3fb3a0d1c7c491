import type { BoundCommand } from './bound-command';
import type { StoredMeta } from './stored-fact';

/** The command in a fact's metadata, as a part of the recorded fact; of most facts none. */
export const commandOf = ({ cmd }: StoredMeta): { readonly command?: BoundCommand } =>
  cmd ? { command: { key: cmd.key, request: cmd.req } } : {};
