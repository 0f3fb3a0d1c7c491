import { Erasures } from '@linkage/event-sourcing';
import type { SignedInMember } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { hashOf } from './session-ends.service';

/** How long another process may still honour a session that has ended, and how long a new name takes to show. */
const LIFE_MS = 10_000;
const MOST = 10_000;

interface Known {
  /** null: this session has ended here; a read under way must not bring it back. */
  readonly member: SignedInMember | null;
}

/** The members signed in a moment ago: a guard then costs a hash and a look-up. */
@Injectable()
export class SignedInCache {
  private readonly known = new LRUCache<string, Known>({ max: MOST, ttl: LIFE_MS });

  constructor(erasures: Erasures) {
    erasures.erased.subscribe(() => this.known.clear());
  }

  find(token: string): SignedInMember | null | undefined {
    return this.known.get(hashOf(token))?.member;
  }

  remember(token: string, member: SignedInMember): void {
    if (this.find(token) === undefined) this.put(hashOf(token), member);
  }

  forget(token: string): void {
    this.put(hashOf(token), null);
  }

  /** The same, by the key under which the session is kept. */
  forgetHash(hash: string): void {
    this.put(hash, null);
  }

  /** What is known of this member is read again. */
  forgetMember(memberId: string): void {
    for (const [hash, { member }] of [...this.known]) if (member?.memberId === memberId) this.known.delete(hash);
  }

  private put(hash: string, member: SignedInMember | null): void {
    this.known.set(hash, { member });
  }
}
