import type { StoredFact } from '../stored-fact';
import type { Position } from '../fact';
import { PoisonFactError } from '../runtime/poison-fact-error';
import type { BuildProgress, BuildTask } from './read-model-builder.port';

export type ToBuilder = { readonly build: BuildTask } | { readonly close: true };

export interface ToldTrouble {
  readonly message: string;
  readonly fact: {
    readonly id: string;
    readonly type: string;
    readonly stream: string;
    readonly position: Position;
  } | null;
}

export type FromBuilder =
  { readonly progress: BuildProgress } | { readonly built: BuildProgress } | { readonly failed: ToldTrouble };

export const tell = (error: unknown): ToldTrouble => {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof PoisonFactError)) return { message, fact: null };
  const { id, type, stream, position } = error.fact;
  return { message, fact: { id, type, stream, position } };
};

export const toError = ({ message, fact }: ToldTrouble): Error =>
  fact ? new PoisonFactError(fact as StoredFact, new Error(message)) : new Error(message);
