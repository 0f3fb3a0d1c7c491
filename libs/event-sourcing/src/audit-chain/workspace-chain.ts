import type { FactToStore, StoredFact, StoredMeta } from '../facts/stored-fact';
import { factDigest, firstLink, linkAfter } from './fact-digest';
import { type Seal, toSealFact } from './seal';

export const MOST_SEALED = 500;

interface Waiting {
  readonly id: string;
  readonly digest: string;
}

export class WorkspaceChain {
  revision = -1;
  private count = 0;
  private head: string;
  private waiting: Waiting[] = [];
  /** Sealed by another process before they were read here. */
  private readonly ahead = new Set<string>();

  constructor(readonly workspaceId: string) {
    this.head = firstLink(workspaceId);
  }

  get waits(): number {
    return this.waiting.length;
  }

  add(fact: StoredFact): void {
    if (!this.ahead.delete(fact.id)) this.waiting.push({ id: fact.id, digest: factDigest(fact) });
  }

  next(id: string, meta: StoredMeta): FactToStore {
    const sealed = this.waiting.slice(0, MOST_SEALED);
    const digests = sealed.map(({ digest }) => digest);
    const head = digests.reduce(linkAfter, this.head);
    const ids = sealed.map((waiting) => waiting.id);
    return toSealFact(
      { count: this.count + sealed.length, previous: this.head, ids, digests, head },
      this.revision + 1,
      id,
      meta,
    );
  }

  sealed({ count, head, ids }: Seal, revision: number): void {
    this.startAfter({ count, head }, revision);
    if (ids.every((id, index) => this.waiting[index]?.id === id)) {
      this.waiting.splice(0, ids.length);
      return;
    }
    const here = new Set(this.waiting.map(({ id }) => id));
    const gone = new Set(ids);
    for (const id of ids) if (!here.has(id)) this.ahead.add(id);
    this.waiting = this.waiting.filter(({ id }) => !gone.has(id));
  }

  startAfter({ count, head }: Pick<Seal, 'count' | 'head'>, revision: number): void {
    this.revision = revision;
    this.count = count;
    this.head = head;
  }

  forget(): void {
    this.waiting = [];
  }
}
