import type { Decider } from '../decider';
import type { Fact, Position } from '../fact';
import { isDerivedId } from '../ids';

export interface Remembered<State> {
  readonly state: State;
  readonly revision: number;
  readonly position: Position;
  readonly derivedIds: ReadonlySet<string>;
}

interface Entry extends Remembered<unknown> {
  readonly decider: unknown;
  readonly until: number;
}

const MOST_STREAMS = 10_000;
/** Short, so that an erased person is soon gone from memory, too. */
const LIFE_MS = 60_000;

/**
 * States of recently written streams, so that the next command on them need not load and fold. A hint only: the
 * append at the remembered revision proves it.
 */
export class RememberedStates {
  private readonly entries = new Map<string, Entry>();

  recall<State, F extends Fact>(stream: string, decider: Decider<State, F>): Remembered<State> | undefined {
    const entry = this.entries.get(stream);
    if (!entry || entry.decider !== decider || entry.until < performance.now()) return undefined;
    return entry as Entry & Remembered<State>;
  }

  remember<State, F extends Fact>(
    stream: string,
    decider: Decider<State, F>,
    left: Omit<Remembered<State>, 'derivedIds'>,
    ids: Iterable<string>,
  ): void {
    const derivedIds = new Set<string>();
    for (const id of ids) if (isDerivedId(id)) derivedIds.add(id);
    this.entries.delete(stream);
    this.entries.set(stream, { ...left, derivedIds, decider, until: performance.now() + LIFE_MS });
    if (this.entries.size <= MOST_STREAMS) return;
    const [oldest] = this.entries.keys();
    if (oldest !== undefined) this.entries.delete(oldest);
  }

  forget(stream: string): void {
    this.entries.delete(stream);
  }

  forgetAll(): void {
    this.entries.clear();
  }
}
