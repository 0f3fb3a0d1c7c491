import { AsyncLocalStorage } from 'node:async_hooks';
import type { Position } from '../facts/fact';

const PATIENCE_MS = 2_000;

class WantedPosition {
  private readonly until = performance.now() + PATIENCE_MS;
  private inLog: Promise<boolean> | undefined;

  constructor(readonly position: Position) {}

  get leftMs(): number {
    return Math.max(0, this.until - performance.now());
  }

  isInLog(look: () => Promise<boolean>): Promise<boolean> {
    this.inLog ??= look();
    return this.inLog;
  }
}

const wanted = new AsyncLocalStorage<WantedPosition | null>();

/** Waits at most 2 s all together, and not at all for a position that the log has not reached. */
export const readAfter = <T>(position: Position | null, work: () => T): T =>
  wanted.run(position === null ? null : new WantedPosition(position), work);

export const wantedReading = (): WantedPosition | null => wanted.getStore() ?? null;

export const wantedPosition = (): Position | null => wantedReading()?.position ?? null;
