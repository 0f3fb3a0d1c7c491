import { DamagedFact, type EventLog } from '../log/event-log.port';
import type { StoredFact } from '../facts/stored-fact';
import type { Position } from '../facts/fact';
import { factDigest, firstLink, linkAfter } from './fact-digest';
import { type Damage, type Finding, inWords, NO_JSON, type Place, placeOf, type WorkspaceVerdict } from './finding';
import { type Seal, toSeal } from './seal';
import { sealAt } from './seals-of';
import { findFact } from './find-fact';

export class ChainCheck {
  finding: Finding | null = null;
  count = 0;
  link: string;
  private sealed = 0;
  private seal: Seal | undefined;
  private sealedAt: Position | null = null;
  private at = 0;
  private revision = 0;
  private last: Place | null = null;

  constructor(
    private readonly log: EventLog,
    private readonly workspaceId: string,
    private readonly upTo: Position,
  ) {
    this.link = firstLink(workspaceId);
  }

  get verdict(): WorkspaceVerdict {
    return { head: { workspaceId: this.workspaceId, count: this.count, hash: this.link }, sealed: this.sealed };
  }

  get expected(): string | undefined {
    return this.finding ? undefined : this.seal?.ids[this.at];
  }

  get needsSeal(): boolean {
    return this.finding === null && this.expected === undefined;
  }

  async nextSeal(): Promise<void> {
    try {
      const found = await sealAt(this.log, this.workspaceId, this.revision);
      this.seal = undefined;
      if (found && this.log.compare(found.position, this.upTo) <= 0) this.begin(found);
    } catch (error) {
      if (!(error instanceof DamagedFact)) throw error;
      this.found('seal changed', placeOf(error.place), NO_JSON);
    }
  }

  private begin(fact: StoredFact): void {
    const seal = toSeal(fact);
    if (fact.revision !== this.revision)
      return this.found(
        'seal missing',
        placeOf(fact),
        `Seal ${this.revision} is gone: the next one is ${fact.revision}.`,
      );
    if (!seal) return this.found('seal changed', placeOf(fact), 'The seal is not what was written.');
    if (seal.previous !== this.link || seal.count !== this.count + seal.ids.length) {
      return this.found('seal changed', placeOf(fact), 'The seal does not go on where the one before ended.');
    }
    [this.seal, this.sealedAt, this.at, this.revision] = [seal, fact.position, 0, this.revision + 1];
  }

  take(fact: StoredFact): boolean {
    const digest = factDigest(fact);
    const { seal, at } = this;
    const judged = this.expected !== undefined;
    const fits = !judged || (seal?.ids[at] === fact.id && seal.digests[at] === digest && !this.isBehindSeal(fact));
    this.count += 1;
    this.link = linkAfter(this.link, digest);
    if (judged && fits) {
      this.at += 1;
      this.sealed += 1;
      this.last = placeOf(fact);
    }
    return fits;
  }

  async explain(fact: StoredFact): Promise<void> {
    const id = this.expected;
    if (id === undefined) return;
    if (id === fact.id) {
      if (this.seal?.digests[this.at] !== factDigest(fact))
        return this.found('changed', placeOf(fact), 'It is not what was sealed.');
      return this.found('moved', placeOf(fact), 'It stands behind the seal that says what it was.');
    }
    const [there, isSealed] = [await findFact(this.log, id, this.upTo), await this.isSealedLater(fact.id)];
    // A fact behind the seal cannot stand for one that it sealed.
    if (isSealed || this.isBehindSeal(fact) || isGone(there, this.workspaceId)) return this.gone(id, there);
    if (there) this.found('added', placeOf(fact), 'It was not there when the facts around it were sealed.');
    else this.found('changed', placeOf(fact), `It stands in the place of ${id}.`);
  }

  async finish(): Promise<void> {
    if (this.needsSeal) await this.nextSeal();
    const id = this.expected;
    if (id !== undefined) this.gone(id, await findFact(this.log, id, this.upTo));
  }

  private gone(id: string, there: StoredFact | DamagedFact | undefined): void {
    const behind = this.last ? `behind ${inWords(this.last)}` : 'at the beginning';
    if (!there)
      return this.found('missing', { id, stream: null, revision: null, position: null }, `It stood ${behind}.`);
    if (there instanceof DamagedFact) return this.found('changed', placeOf(there.place), NO_JSON);
    if (there.meta.ws !== this.workspaceId)
      return this.found('changed', placeOf(there), `It names the workspace ${there.meta.ws} now.`);
    this.found('moved', placeOf(there), `It stood ${behind}.`);
  }

  private isBehindSeal({ position }: StoredFact): boolean {
    return this.sealedAt !== null && this.log.compare(position, this.sealedAt) > 0;
  }

  private async isSealedLater(id: string): Promise<boolean> {
    if (this.seal?.ids.includes(id)) return true;
    for (let revision = this.revision; ; revision += 1) {
      const fact = await sealAt(this.log, this.workspaceId, revision);
      if (!fact) return false;
      if (toSeal(fact)?.ids.includes(id)) return true;
    }
  }

  private found(damage: Damage, fact: Place, note: string): void {
    this.finding = { workspaceId: this.workspaceId, damage, fact, note };
  }
}

const isGone = (there: StoredFact | DamagedFact | undefined, workspaceId: string): boolean =>
  there instanceof DamagedFact || (there !== undefined && there.meta.ws !== workspaceId);
