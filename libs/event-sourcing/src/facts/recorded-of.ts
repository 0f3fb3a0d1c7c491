import type { Actor, Recorded } from './fact';
import type { StoredFact } from './stored-fact';

/** What a consumer gets of a stored fact, with its data decoded. */
export const recordedOf = (
  { type, id, stream, revision, position, meta }: StoredFact,
  data: object,
  version = meta.v,
): Recorded => ({
  type,
  data,
  id,
  stream,
  revision,
  position,
  at: meta.at,
  version,
  workspaceId: meta.ws,
  actor: meta.actor as Actor,
  correlationId: meta.cor,
  causationId: meta.cau,
  ...(meta.cmd && { command: { key: meta.cmd.key, request: meta.cmd.req } }),
});
