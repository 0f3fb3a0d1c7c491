import type { Actor, Position, Recorded } from './fact';

/** Encoded: personal fields encrypted, plain JSON. */
export interface FactToStore {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly meta: StoredMeta;
}

/** Short names, since they stand in every fact for ever: shape version, ISO 8601, workspace, correlation, cause. */
export interface StoredMeta {
  readonly v: number;
  readonly at: string;
  readonly ws: string;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly cor: string;
  readonly cau: string | null;
  /** On the first fact of a command with an idempotency key: what stands for the key, and for what was asked. */
  readonly cmd?: { readonly key: string; readonly req: string };
}

export interface StoredFact extends FactToStore {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
}

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
