import { Bell } from '../bell';

export type SavedRotations = Readonly<Record<string, number>>;

/** The place of a refresh token among those that followed each other: each works once, and gives the next one. */
export interface Turn {
  /** Names the tokens that follow from one consent. */
  readonly line: string;
  readonly turn: number;
}

/**
 * Refresh tokens that work once. One that was used before is known as such: it was stolen, or two refreshes ran at the
 * same time.
 */
export class Rotations {
  private readonly turns: Map<string, number>;
  readonly changed = new Bell();

  constructor(saved: SavedRotations = {}) {
    this.turns = new Map(Object.entries(saved));
  }

  isSpent({ line, turn }: Turn): boolean {
    return turn < (this.turns.get(line) ?? 0);
  }

  /** Spends a token. @returns the place of the one that follows it */
  next({ line, turn }: Turn): Turn {
    this.turns.set(line, turn + 1);
    this.changed.ring();
    return { line, turn: turn + 1 };
  }

  save(): SavedRotations {
    return Object.fromEntries(this.turns);
  }
}
