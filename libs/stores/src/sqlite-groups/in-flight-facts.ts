import type { StoredFact } from '@linkage/event-sourcing';

export interface InFlightFact<Consumer> {
  readonly place: number;
  readonly fact: StoredFact;
  readonly replayed: boolean;
  by: Consumer | undefined;
  /** Not committed yet. */
  written: boolean;
}

export class InFlightFacts<Consumer> {
  private readonly fresh = new Map<number, InFlightFact<Consumer>>();
  private readonly replayed = new Map<number, InFlightFact<Consumer>>();
  private readonly owners = new Map<string, { by: Consumer; facts: number }>();
  private readonly loads = new Map<Consumer, number>();
  private unassigned: InFlightFact<Consumer>[] = [];

  get size(): number {
    return this.fresh.size + this.replayed.size;
  }

  add(place: number, fact: StoredFact, replayed: boolean): void {
    const held: InFlightFact<Consumer> = { place, fact, replayed, by: undefined, written: false };
    (replayed ? this.replayed : this.fresh).set(place, held);
    this.unassigned.push(held);
  }

  remove(held: InFlightFact<Consumer>): void {
    (held.replayed ? this.replayed : this.fresh).delete(held.place);
    this.disown(held);
  }

  assign(choose: () => Consumer, give: (held: InFlightFact<Consumer>, to: Consumer) => void): void {
    for (const held of this.unassigned.splice(0)) {
      const owner = this.owners.get(held.fact.stream) ?? { by: choose(), facts: 0 };
      owner.facts += 1;
      this.owners.set(held.fact.stream, owner);
      this.loads.set(owner.by, this.loadOf(owner.by) + 1);
      held.by = owner.by;
      give(held, owner.by);
    }
  }

  release(consumer: Consumer): void {
    const all = [...this.fresh.values(), ...this.replayed.values()];
    for (const held of all) if (held.by === consumer) this.disown(held);
    this.unassigned = all.filter(({ by }) => by === undefined);
  }

  loadOf(consumer: Consumer): number {
    return this.loads.get(consumer) ?? 0;
  }

  lowWater(seen: number): number {
    for (const { place, written } of this.fresh.values()) if (!written) return place - 1;
    return seen;
  }

  private disown(held: InFlightFact<Consumer>): void {
    const {
      by,
      fact: { stream },
    } = held;
    const owner = this.owners.get(stream);
    if (by === undefined || !owner) return;
    held.by = undefined;
    owner.facts -= 1;
    if (owner.facts === 0) this.owners.delete(stream);
    const load = this.loadOf(by) - 1;
    if (load === 0) this.loads.delete(by);
    else this.loads.set(by, load);
  }
}
