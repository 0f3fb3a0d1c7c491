import type { Position } from './fact';

/** A fact on its way into the log: encoded (personal fields encrypted), plain JSON. */
export interface FactToStore {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly meta: StoredMeta;
}

/** Metadata as stored. Names are short because they stand in every fact for ever. */
export interface StoredMeta {
  /** version of the data's shape */
  readonly v: number;
  /** recorded at, ISO 8601 UTC */
  readonly at: string;
  /** workspace id */
  readonly ws: string;
  readonly actor: { readonly kind: string; readonly id: string };
  /** correlation id */
  readonly cor: string;
  /** causation id */
  readonly cau: string | null;
  /** On the first fact of a command that came with an idempotency key: what stands for the key, and for what was asked. */
  readonly cmd?: { readonly key: string; readonly req: string };
}

/** A fact as the log returns it, still encoded. */
export interface StoredFact extends FactToStore {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
}
