import { FactLog, ReadModels, ReadStoreUnavailable, RevisionConflict, type Position } from '@linkage/event-sourcing';
import { Injectable } from '@nestjs/common';
import { figuresStream } from '../refresh/refresh';
import type { FiguresFact } from '../refresh/refresh.events';
import { inParts, mostAppended } from './in-parts';
import { knownContent } from './known-content.projection';
import { knownFigures } from './known-figures.projection';
import { RefreshRuns, type Run } from './refresh-runs.service';

/** No screen waits here: a process that folds slowly is waited for, rather than failing the refresh. */
const PATIENCE_MS = 30_000;

/** Where the account's stream of figures ends, as far as this run knows. */
export interface FiguresEnd {
  revision: number | 'no-stream';
  position: Position | null;
}

/** Appends what a run saw. What was recorded last is always known before it is decided what differs. */
@Injectable()
export class FiguresRecorder {
  constructor(
    private readonly log: FactLog,
    private readonly readModels: ReadModels,
    private readonly runs: RefreshRuns,
  ) {}

  /** @throws ReadStoreUnavailable when the read models that know what was recorded last are behind */
  async endOf(accountId: string): Promise<FiguresEnd> {
    const [newest] = await this.log.readStream(figuresStream(accountId), { backwards: true, limit: 1 });
    const end: FiguresEnd = { revision: newest?.revision ?? 'no-stream', position: newest?.position ?? null };
    await this.settled(end);
    return end;
  }

  /**
   * Records what `changes` finds. When another run has written meanwhile, and this one is still the one that counts,
   * looks again.
   * @throws RunStopped when the run must leave off
   */
  async record(run: Run, end: FiguresEnd, changes: () => Promise<readonly FiguresFact[]>): Promise<void> {
    for (;;) {
      await this.runs.check(run);
      await this.settled(end);
      const facts = await changes();
      try {
        for (const together of inParts(facts, mostAppended)) await this.append(run, end, together);
        return;
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
        Object.assign(end, await this.endOf(run.account.accountId));
      }
    }
  }

  private async append({ account, context }: Run, end: FiguresEnd, facts: readonly FiguresFact[]): Promise<void> {
    const stream = figuresStream(account.accountId);
    const { revision, position } = await this.log.append({ stream, facts, expected: end.revision, context });
    end.revision = revision;
    end.position = position;
  }

  private async settled({ position }: FiguresEnd): Promise<void> {
    if (position === null) return;
    const reached = await Promise.all([
      this.readModels.reached(knownFigures, position, PATIENCE_MS),
      this.readModels.reached(knownContent, position, PATIENCE_MS),
    ]);
    if (reached.includes(false))
      throw new ReadStoreUnavailable('The read models of what was recorded last are behind.');
  }
}
