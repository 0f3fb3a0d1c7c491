import { AsyncLocalStorage } from 'node:async_hooks';
import type { Position } from '../fact';

const PATIENCE_MS = 2_000;

/** A position that running work wants to read after, with one deadline for all the read models that it asks. */
export class WantedPosition {
  private readonly until = performance.now() + PATIENCE_MS;
  private inLog: Promise<boolean> | undefined;

  constructor(readonly position: Position) {}

  /** 0: it has been waited for long enough. */
  get leftMs(): number {
    return Math.max(0, this.until - performance.now());
  }

  /** Asked once. */
  isInLog(look: () => Promise<boolean>): Promise<boolean> {
    this.inLog ??= look();
    return this.inLog;
  }
}

const wanted = new AsyncLocalStorage<WantedPosition | null>();

/**
 * Runs `work` so that the read models it asks wait until they show `position`, at most 2 s all together. A position that
 * the log has not reached is not waited for. Null: no waiting.
 */
export const readAfter = <T>(position: Position | null, work: () => T): T =>
  wanted.run(position === null ? null : new WantedPosition(position), work);

export const wantedReading = (): WantedPosition | null => wanted.getStore() ?? null;

export const wantedPosition = (): Position | null => wantedReading()?.position ?? null;
