import type { StoredFact } from '../facts/stored-fact';
import type { Position } from '../facts/fact';
import { PoisonFactError } from '../runtime/consumer-trouble';
import type { BuildProgress, BuildTask, FailedBuild } from './read-model-builder.port';

export type ToBuilder = { readonly build: readonly BuildTask[] } | { readonly close: true };

interface ToldTrouble {
  readonly message: string;
  readonly fact: {
    readonly id: string;
    readonly type: string;
    readonly stream: string;
    readonly position: Position;
  } | null;
}

interface ToldFailure {
  readonly projection: string;
  readonly told: ToldTrouble;
}

export type FromBuilder =
  | { readonly progress: BuildProgress }
  | { readonly built: BuildProgress; readonly failures: readonly ToldFailure[] }
  | { readonly failed: ToldTrouble };

export const tellFailure = ({ projection, error }: FailedBuild): ToldFailure => ({ projection, told: tell(error) });

export const toFailure = ({ projection, told }: ToldFailure): FailedBuild => ({ projection, error: toError(told) });

export const tell = (error: unknown): ToldTrouble => {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof PoisonFactError)) return { message, fact: null };
  const { id, type, stream, position } = error.fact;
  return { message, fact: { id, type, stream, position } };
};

export const toError = ({ message, fact }: ToldTrouble): Error =>
  fact ? new PoisonFactError(fact as StoredFact, new Error(message)) : new Error(message);
