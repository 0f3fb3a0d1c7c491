import { setImmediate as othersFirst } from 'node:timers/promises';
import type { EventLog } from '../log/event-log.port';
import type { StoredFact } from '../facts/stored-fact';
import type { Position } from '../facts/fact';
import { MinHeap } from './min-heap';
import type { KnownStreams } from './known-streams';

const READERS = 16;
/** Facts that are asked of a stream at once; `first` is small, since most streams are short. */
const PAGE = { least: 8, first: 32, most: 128 } as const;
const PIECE = 1_000;
/** Beyond this many waiting facts, reading the whole log costs less memory. */
const MOST_HELD = 10_000;

interface Source {
  readonly stream: string;
  facts: readonly StoredFact[];
  next: number;
  ended: boolean;
}

const nextOf = ({ facts, next }: Source): StoredFact => facts[next] as StoredFact;

/** Streams open and read on in log order, so that few facts wait. Ends early when too many would have to wait. */
export class StreamMerge {
  reached: Position | null = null;
  private readonly sources: MinHeap<Source>;
  private opened = 0;
  private held = 0;
  private unended = 0;

  constructor(
    private readonly log: EventLog,
    private readonly known: KnownStreams,
    private readonly mostHeld = MOST_HELD,
  ) {
    this.sources = new MinHeap((a, b) => log.compare(nextOf(a).position, nextOf(b).position));
  }

  async piece(): Promise<readonly StoredFact[]> {
    const piece: StoredFact[] = [];
    while (piece.length < PIECE && this.held <= this.mostHeld) {
      const fact = await this.nextFact();
      if (fact === undefined || this.log.compare(fact.position, this.known.through) > 0) {
        this.reached = this.known.through;
        break;
      }
      piece.push(fact);
      await this.give(fact);
    }
    return piece;
  }

  private async nextFact(): Promise<StoredFact | undefined> {
    for (;;) {
      const [source, unopened] = [this.sources.first, this.known.streams[this.opened]];
      const fact = source && nextOf(source);
      if (unopened === undefined || (fact && this.log.compare(fact.position, unopened.born) < 0)) return fact;
      await this.openMore();
    }
  }

  private async give({ position }: StoredFact): Promise<void> {
    const source = this.sources.first as Source;
    this.reached = position;
    this.held -= 1;
    source.next += 1;
    if (source.next === source.facts.length && !source.ended) await this.readOn(source);
    if (source.next < source.facts.length) this.sources.firstMoved();
    else this.sources.removeFirst();
  }

  private async openMore(): Promise<void> {
    const opening = this.known.streams.slice(this.opened, this.opened + READERS);
    this.opened += opening.length;
    const limit = Math.min(PAGE.first, this.pageSize);
    const pages = await Promise.all(opening.map(({ name }) => this.log.readStream(name, { limit })));
    pages.forEach((facts, index) => {
      const source = { stream: opening[index]?.name ?? '', facts, next: 0, ended: facts.length < limit };
      this.held += facts.length;
      if (!source.ended) this.unended += 1;
      if (facts.length > 0) this.sources.add(source);
    });
    await othersFirst();
  }

  private async readOn(source: Source): Promise<void> {
    const limit = this.pageSize;
    const from = (source.facts.at(-1)?.revision ?? -1) + 1;
    source.facts = await this.log.readStream(source.stream, { from, limit });
    source.next = 0;
    source.ended = source.facts.length < limit;
    this.held += source.facts.length;
    if (source.ended) this.unended -= 1;
  }

  private get pageSize(): number {
    return Math.max(PAGE.least, Math.min(PAGE.most, Math.floor(this.mostHeld / 2 / (this.unended + 1))));
  }
}
