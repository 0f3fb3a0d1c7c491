import { AsyncLocalStorage } from 'node:async_hooks';
import type { Position } from '../fact';

const wanted = new AsyncLocalStorage<Position | null>();

/** Runs `work` so that every read model it asks waits, bounded, until it shows `position`. Null: no waiting. */
export const readAfter = <T>(position: Position | null, work: () => T): T => wanted.run(position, work);

export const wantedPosition = (): Position | null => wanted.getStore() ?? null;
