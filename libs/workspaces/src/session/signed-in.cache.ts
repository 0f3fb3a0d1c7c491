import { Erasures } from '@linkage/event-sourcing';
import type { SignedInMember } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import { hashOf } from './session-ends.vault';

/** How long another process may still honour a session that has ended, and how long a new name takes to show. */
const LIFE_MS = 10_000;
const MOST = 10_000;

interface Known {
  /** null: this session has ended here; whoever is reading it at this moment must not bring it back. */
  readonly member: SignedInMember | null;
  /** By `performance.now()`, which nobody can move. */
  readonly until: number;
}

/** Who was signed in a moment ago: a guard then costs a hash and a look-up. */
@Injectable()
export class SignedInCache {
  private readonly known = new Map<string, Known>();

  constructor(erasures: Erasures) {
    erasures.erased.subscribe(() => this.known.clear());
  }

  find(token: string): SignedInMember | null | undefined {
    const hash = hashOf(token);
    const known = this.known.get(hash);
    if (known && known.until > performance.now()) return known.member;
    if (known) this.known.delete(hash);
    return undefined;
  }

  remember(token: string, member: SignedInMember): void {
    if (this.find(token) === undefined) this.put(token, member);
  }

  forget(token: string): void {
    this.put(token, null);
  }

  private put(token: string, member: SignedInMember | null): void {
    const oldest = this.known.keys().next().value;
    if (this.known.size >= MOST && oldest !== undefined) this.known.delete(oldest);
    this.known.set(hashOf(token), { member, until: performance.now() + LIFE_MS });
  }
}
