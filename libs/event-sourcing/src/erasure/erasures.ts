import type { Observable } from 'rxjs';
import type { LeavingStep } from './leaving-step';

/** How many facts, by their type. */
export type FactCounts = Readonly<Record<string, number>>;

/** The facts that hold data of a person. */
export interface FactsAbout {
  /** In fields that are encrypted under the person's key. */
  readonly encrypted: FactCounts;
  /** In fields that an older version left open, or encrypted for another person. They are not given out once the person was erased. */
  readonly open: FactCounts;
}

/** Whether the read models are free of everybody who was erased. */
export interface ErasureState {
  readonly pending: boolean;
  /** Why it did not work the last time; null: nothing went wrong. */
  readonly trouble: string | null;
}

/** Erasing a person: deleting the key, and everything that was decrypted with it. */
export abstract class Erasures {
  /** What has to be done before a person is erased. Called once by each part of Linkage that has to do something. */
  abstract add(step: LeavingStep): void;
  /** In the order of their ranks. */
  abstract readonly steps: readonly LeavingStep[];
  /** Looks through the whole log. */
  abstract factsAbout(subject: string, onProgress?: (facts: number) => void): Promise<FactsAbout>;
  /** Deletes the key. What this process has decrypted is dropped at once, by others within seconds; the read models are then built anew. */
  abstract erase(subject: string): Promise<void>;
  /** Resolves when the read models are free of everybody who was erased before, whichever process folds them. Rejects when `signal` is aborted. */
  abstract whenFree(signal?: AbortSignal): Promise<void>;
  abstract state(): ErasureState;
  /** Tells, in every process, that somebody was erased: what is remembered of decrypted facts has to go. */
  abstract readonly erased: Observable<void>;
  /** Tells, in every process, that the read models have become free of everybody who was erased. */
  abstract readonly readModelsFree: Observable<void>;
}
