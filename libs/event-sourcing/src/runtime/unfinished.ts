import type { Position } from '../fact';

interface Entry {
  /** How far the log was looked through before this fact. */
  readonly before: Position | null;
  finished: boolean;
}

/** The facts that are being worked on, in log order. The low-water mark never passes one that is not finished. */
export class Unfinished {
  private entries: Entry[] = [];
  private seen: Position | null = null;
  private roomWanted: (() => void)[] = [];

  constructor(private readonly most: number) {}

  startAt(position: Position | null): void {
    this.entries = [];
    this.seen = position;
  }

  /** Returns the way to say that the fact at `position` is finished. */
  add(position: Position): () => void {
    const entry: Entry = { before: this.seen, finished: false };
    this.entries.push(entry);
    this.seen = position;
    return () => {
      entry.finished = true;
      this.forgetFinished();
    };
  }

  lookedThrough(position: Position): void {
    this.seen = position;
  }

  /** Everything up to here is finished. */
  get lowWater(): Position | null {
    const [oldest] = this.entries;
    return oldest ? oldest.before : this.seen;
  }

  /** Resolves when fewer than `most` are unfinished, or when released. */
  async room(): Promise<void> {
    while (this.entries.length >= this.most) {
      const released = await new Promise<boolean>((resolve) => this.roomWanted.push(() => resolve(this.entries.length >= this.most)));
      if (released) return;
    }
  }

  /** Lets go everybody who waits for room. */
  release(): void {
    const wanted = this.roomWanted;
    this.roomWanted = [];
    for (const wake of wanted) wake();
  }

  private forgetFinished(): void {
    const oldest = this.entries.findIndex(({ finished }) => !finished);
    this.entries.splice(0, oldest < 0 ? this.entries.length : oldest);
    if (this.entries.length < this.most) this.release();
  }
}
