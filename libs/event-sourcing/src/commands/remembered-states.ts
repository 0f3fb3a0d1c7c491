import { LRUCache } from 'lru-cache';
import type { Fact, Position } from '../facts/fact';
import { isDerivedId } from '../facts/ids';
import type { Decider } from './decider';

export interface Remembered<State> {
  readonly state: State;
  readonly revision: number;
  readonly position: Position;
  readonly derivedIds: ReadonlySet<string>;
}

interface Entry extends Remembered<unknown> {
  readonly decider: unknown;
}

/** Short, so that an erased person is soon gone from memory, too. */
const LIFE_MS = 60_000;

/** A hint only: the append at the remembered revision proves it. */
export class RememberedStates {
  private readonly entries = new LRUCache<string, Entry>({ max: 10_000, ttl: LIFE_MS });

  recall<State, F extends Fact>(stream: string, decider: Decider<State, F>): Remembered<State> | undefined {
    const entry = this.entries.get(stream);
    return entry?.decider === decider ? (entry as Entry & Remembered<State>) : undefined;
  }

  remember<State, F extends Fact>(
    stream: string,
    decider: Decider<State, F>,
    left: Omit<Remembered<State>, 'derivedIds'>,
    ids: Iterable<string>,
  ): void {
    const derivedIds = new Set<string>();
    for (const id of ids) if (isDerivedId(id)) derivedIds.add(id);
    this.entries.set(stream, { ...left, derivedIds, decider });
  }

  forget(stream: string): void {
    this.entries.delete(stream);
  }

  forgetAll(): void {
    this.entries.clear();
  }
}
