import type { BatchHandler, ConsumeOptions, Position, StoredFact, Subscription } from '@linkage/event-sourcing';
import { toPlace, toPosition } from '../sqlite-log/sqlite-position';
import type { GroupTable } from './group-table';
import { type InFlightFact, InFlightFacts } from './in-flight-facts';

const MOST_HELD = 1_000;
/** The position is written after this many batches that did not matter. */
const IDLE_BATCHES = 200;

export interface GroupMember {
  give(held: InFlightFact<GroupMember>): void;
  fail(error: unknown): void;
}

export interface GroupSource {
  readonly table: GroupTable;
  write<T>(work: () => T): Promise<T>;
  head(): number;
  factAt(place: number): StoredFact | undefined;
  subscribe(after: Position | null, prefixes: readonly string[], handler: BatchHandler): Subscription;
}

/** Takes the facts in order, shares them among the consumers by stream, and stores their outcome. */
export class SqliteGroup {
  private readonly held = new InFlightFacts<GroupMember>();
  private readonly consumers = new Set<GroupMember>();
  /** Beyond the stored position, before this process began. */
  private readonly finishedBefore = new Set<number>();
  /** How far the log has been read; undefined until loaded. */
  private seen: number | undefined;
  private loading: Promise<void> | undefined;
  private reading: Subscription | undefined;
  /** Batches of an ended subscription are dropped. */
  private round = 0;
  private roomWanted: (() => void)[] = [];
  private idleBatches = 0;

  constructor(
    private readonly name: string,
    private readonly source: GroupSource,
  ) {}

  async join(consumer: GroupMember, options: ConsumeOptions): Promise<void> {
    this.loading ??= this.load(options.from).catch((error: unknown) => {
      this.loading = undefined;
      throw error;
    });
    await this.loading;
    this.consumers.add(consumer);
    this.assign();
    this.reading ??= this.read(options.prefixes);
    this.makeRoom();
  }

  async leave(consumer: GroupMember): Promise<void> {
    if (!this.consumers.delete(consumer)) return;
    this.held.release(consumer);
    this.assign();
    if (this.consumers.size > 0) return;
    const { reading } = this;
    this.reading = undefined;
    this.round += 1;
    this.makeRoom();
    await reading?.stop();
    await this.write(() => undefined);
  }

  /** Undefined until the first consumer has joined. */
  get place(): number | undefined {
    return this.seen === undefined ? undefined : this.held.lowWater(this.seen);
  }

  get busy(): boolean {
    return this.held.size > 0;
  }

  acknowledge(held: InFlightFact<GroupMember>): Promise<void> {
    return this.finish(held, (place) => this.source.table.acknowledge(this.name, held.place, held.place > place));
  }

  park(held: InFlightFact<GroupMember>, reason: string): Promise<void> {
    return this.finish(held, () => this.source.table.park(this.name, held.place, reason));
  }

  async replayParked(): Promise<number> {
    const places = await this.source.write(() => this.source.table.replay(this.name));
    if (this.seen !== undefined) this.takeAgain(places);
    return places.length;
  }

  private async load(from: ConsumeOptions['from']): Promise<void> {
    const { table } = this.source;
    const start = from === 'now' ? this.source.head() : toPlace(from);
    const seen = table.placeOf(this.name) ?? (await this.source.write(() => table.create(this.name, start)), start);
    for (const { place } of table.factsOf(this.name)) this.finishedBefore.add(place);
    this.seen = seen;
    this.takeAgain(
      table
        .factsOf(this.name)
        .filter(({ state }) => state === 'replayed')
        .map(({ place }) => place),
    );
  }

  private takeAgain(places: readonly number[]): void {
    for (const place of places) {
      const fact = this.source.factAt(place);
      if (fact) this.held.add(place, fact, true);
    }
    this.assign();
  }

  private read(prefixes: readonly string[]): Subscription {
    this.round += 1;
    const { round } = this;
    const reading = this.source.subscribe(this.seen ? toPosition(this.seen) : null, prefixes, (facts, position) =>
      this.handle(facts, position, round),
    );
    reading.done.catch((error: unknown) => {
      for (const consumer of [...this.consumers]) consumer.fail(error);
    });
    return reading;
  }

  private async handle(facts: readonly StoredFact[], position: Position, round: number): Promise<void> {
    for (const fact of facts) {
      await this.room();
      if (round !== this.round) return;
      const place = toPlace(fact.position);
      if (!this.finishedBefore.delete(place)) this.held.add(place, fact, false);
      this.seen = place;
      this.assign();
    }
    this.seen = toPlace(position);
    this.idleBatches = facts.length > 0 ? 0 : this.idleBatches + 1;
    if (this.idleBatches >= IDLE_BATCHES) await this.write(() => undefined);
  }

  private assign(): void {
    if (this.consumers.size === 0) return;
    this.held.assign(
      () => this.leastBusy(),
      (held, consumer) => consumer.give(held),
    );
  }

  private leastBusy(): GroupMember {
    return [...this.consumers].reduce((least, other) =>
      this.held.loadOf(other) < this.held.loadOf(least) ? other : least,
    );
  }

  private async finish(held: InFlightFact<GroupMember>, keep: (place: number) => void): Promise<void> {
    try {
      await this.write((place) => keep(place), held);
    } catch (error) {
      held.written = false;
      throw error;
    }
    this.held.remove(held);
    this.makeRoom();
  }

  private write(work: (place: number) => void, finished?: InFlightFact<GroupMember>): Promise<void> {
    this.idleBatches = 0;
    return this.source.write(() => {
      if (finished) finished.written = true;
      const place = this.place ?? 0;
      work(place);
      this.source.table.moveTo(this.name, place);
    });
  }

  private async room(): Promise<void> {
    while (this.consumers.size > 0 && this.held.size >= MOST_HELD * this.consumers.size)
      await new Promise<void>((resolve) => this.roomWanted.push(resolve));
  }

  private makeRoom(): void {
    const wanted = this.roomWanted;
    this.roomWanted = [];
    for (const wake of wanted) wake();
  }
}
