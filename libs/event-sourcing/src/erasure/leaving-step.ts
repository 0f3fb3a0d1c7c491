import type { FactContext } from '../fact';

/** A person who is to be erased. */
export interface LeavingPerson {
  /** The data subject: invitation id of a creator, member id of a member. */
  readonly subject: string;
  readonly kind: 'creator' | 'member';
  readonly workspaceId: string;
  /** By which copies are found; null when it is not known any more. Never in a fact, a log line or a certificate. */
  readonly email: string | null;
}

/** What was done, and what could not be and stays; sentences without personal data. */
export interface LeavingNotes {
  readonly done: readonly string[];
  readonly remains: readonly string[];
}

/** What one part of Linkage has to end before a person's key goes, such as the access to accounts. */
export interface LeavingStep {
  readonly name: string;
  /** Lower ones come first: what builds on others ends before them. */
  readonly rank: number;
  /** What `leave` would do, in sentences without personal data, for the question that comes first. Changes nothing. */
  foretell(person: LeavingPerson): Promise<readonly string[]>;
  /** Ends it. Done once more when an erasure broke off. `context`: of the facts that say so. */
  leave(person: LeavingPerson, context: FactContext): Promise<LeavingNotes>;
}
