import type { FactContext } from '../facts/fact';

export interface LeavingPerson {
  readonly subject: string;
  readonly kind: 'creator' | 'member';
  readonly workspaceId: string;
  /** Null when not known any more. Never in a fact, a log line or a certificate. */
  readonly email: string | null;
}

/** Sentences without personal data. */
export interface LeavingNotes {
  readonly done: readonly string[];
  readonly remains: readonly string[];
}

/** What one part of Linkage has to end before a person's key goes, such as the access to accounts. */
export interface LeavingStep {
  readonly name: string;
  /** Lower ones come first: what builds on others ends before them. */
  readonly rank: number;
  /** What `leave` would do; changes nothing. */
  foretell(person: LeavingPerson): Promise<readonly string[]>;
  /** Done once more when an erasure broke off. */
  leave(person: LeavingPerson, context: FactContext): Promise<LeavingNotes>;
}
