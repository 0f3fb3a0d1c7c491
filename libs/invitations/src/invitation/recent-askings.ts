import type { Position } from '@linkage/event-sourcing';
import { askedAt, DAY_MS, MINUTE_MS, nothingAsked, type Asked } from './mail-quota';

/** How long one that the read model has may still be missing in a row that was read before. */
const OVERLAP_MS = 60_000;
const SWEEP_MS = 1_000;
/** Askings of one stretch are looked at one by one only while the read model is in the middle of them. */
const LONGEST_STRETCH = 256;

/** Mails that were asked for at one moment. */
export interface Asking {
  /** In ms. */
  readonly at: number;
  /** How many, by what they count for. */
  readonly counts: ReadonlyMap<string, number>;
  /** null: it is being written. */
  readonly position: Position | null;
}

/** What the read model has of one key. */
export type FoldedAskings = Asked & { readonly upTo: Position };

/** Askings of one key that follow each other in one minute, with what is known of all of them. */
class Stretch {
  readonly askings = new Set<Asking>();
  count = 0;
  last = Number.NEGATIVE_INFINITY;
  beingWritten = 0;
  /** Of those that are written, or were. */
  lowest: Position | null = null;
  highest: Position | null = null;

  constructor(readonly minute: number) {}

  /** How many are not in what is folded up to there; null: they have to be looked at one by one. */
  notIn(upTo: Position, compare: Compare): number | null {
    if (this.lowest === null || compare(this.lowest, upTo) > 0) return this.count;
    if (this.beingWritten === 0 && this.highest !== null && compare(this.highest, upTo) <= 0) return 0;
    return null;
  }

  isWritten(position: Position, compare: Compare): void {
    this.beingWritten -= 1;
    if (this.lowest === null || compare(position, this.lowest) < 0) this.lowest = position;
    if (this.highest === null || compare(position, this.highest) > 0) this.highest = position;
  }
}

type Compare = (a: Position, b: Position) => number;

interface Remembered extends Asking {
  readonly counts: Map<string, number>;
  position: Position | null;
  readonly stretches: Map<string, Stretch>;
}

/**
 * What this process has asked for and a row of the read model may not have yet. Thousands can be in it where the read
 * model is another process's work: what one more costs depends on the minutes, not on how many there are.
 */
export class RecentAskings {
  private readonly inOrder = new Set<Remembered>();
  private readonly byPosition = new Map<Position, Remembered>();
  private readonly byKey = new Map<string, Stretch[]>();
  private sweptAt = 0;

  constructor(private readonly compare: Compare) {}

  /** From now on these count; `written` or `forget` has to follow. */
  add(at: number, counts: ReadonlyMap<string, number>): Asking {
    const asking: Remembered = { at, counts: new Map(counts), position: null, stretches: new Map() };
    this.inOrder.add(asking);
    for (const [key, count] of counts) {
      const stretch = this.stretchFor(key, at);
      stretch.askings.add(asking);
      stretch.count += count;
      stretch.last = Math.max(stretch.last, at);
      stretch.beingWritten += 1;
      asking.stretches.set(key, stretch);
    }
    return asking;
  }

  /** `counts`: where fewer were recorded than had been added. */
  written(asking: Asking, position: Position, counts: ReadonlyMap<string, number> = new Map()): void {
    const known = asking as Remembered;
    known.position = position;
    if (!this.byPosition.has(position)) this.byPosition.set(position, known);
    for (const [key, stretch] of known.stretches) {
      stretch.isWritten(position, this.compare);
      const count = counts.get(key);
      if (count === undefined) continue;
      stretch.count += count - (known.counts.get(key) ?? 0);
      known.counts.set(key, count);
    }
  }

  /** Nothing was recorded of it, or that is undone. */
  forget(asking: Asking): void {
    const known = asking as Remembered;
    if (!this.inOrder.delete(known)) return;
    if (known.position !== null && this.byPosition.get(known.position) === known)
      this.byPosition.delete(known.position);
    for (const [key, stretch] of known.stretches) {
      stretch.askings.delete(known);
      stretch.count -= known.counts.get(key) ?? 0;
      if (known.position === null) stretch.beingWritten -= 1;
      if (stretch.askings.size > 0) continue;
      const left = (this.byKey.get(key) ?? []).filter((one) => one !== stretch);
      if (left.length > 0) this.byKey.set(key, left);
      else this.byKey.delete(key);
    }
  }

  forgetAt(position: Position): void {
    const asking = this.byPosition.get(position);
    if (asking !== undefined) this.forget(asking);
  }

  /** What no row misses any more, and no quota counts. `upTo`: of the newest row. */
  sweep(upTo: Position | undefined, now: number): void {
    if (Math.abs(now - this.sweptAt) < SWEEP_MS) return;
    this.sweptAt = now;
    for (const asking of this.inOrder) {
      const age = now - asking.at;
      const isFolded = age >= OVERLAP_MS && isIn(asking, upTo, this.compare);
      if (asking.position === null || (!isFolded && Math.abs(age) < DAY_MS)) return;
      this.forget(asking);
    }
  }

  /** What was asked for in all: the row's, and what is not in it yet. */
  with(key: string, row: FoldedAskings | undefined): Asked {
    const minutes = new Map<number, { at: number; count: number }>();
    for (const stretch of this.byKey.get(key) ?? []) {
      const whole = row === undefined ? stretch.count : stretch.notIn(row.upTo, this.compare);
      const count = whole ?? this.countOneByOne(stretch, key, row?.upTo);
      if (count === 0) continue;
      const sum = minutes.get(stretch.minute);
      minutes.set(stretch.minute, {
        at: Math.max(sum?.at ?? stretch.last, stretch.last),
        count: (sum?.count ?? 0) + count,
      });
    }
    const asked: Asked = row ?? nothingAsked;
    return [...minutes.values()].reduce((sum, { at, count }) => askedAt(sum, at, DAY_MS, count), asked);
  }

  private countOneByOne(stretch: Stretch, key: string, upTo: Position | undefined): number {
    let count = 0;
    for (const asking of stretch.askings) if (!isIn(asking, upTo, this.compare)) count += asking.counts.get(key) ?? 0;
    return count;
  }

  private stretchFor(key: string, at: number): Stretch {
    const minute = Math.floor(at / MINUTE_MS);
    const stretches = this.byKey.get(key) ?? [];
    const last = stretches.at(-1);
    if (last?.minute === minute && last.askings.size < LONGEST_STRETCH) return last;
    const stretch = new Stretch(minute);
    this.byKey.set(key, stretches);
    stretches.push(stretch);
    return stretch;
  }
}

const isIn = ({ position }: Asking, upTo: Position | undefined, compare: Compare): boolean =>
  upTo !== undefined && position !== null && compare(position, upTo) <= 0;
