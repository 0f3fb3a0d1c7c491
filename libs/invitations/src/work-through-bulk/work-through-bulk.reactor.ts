import {
  CommandHandling,
  FactLog,
  fold,
  ReadModels,
  type FactContext,
  type Reactor,
  type Recorded,
} from '@linkage/event-sourcing';
import { Locks } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import { bulkAction, batchesOf, type BulkAction } from '../bulk-action/bulk-action';
import type {
  BulkActionFact,
  BulkActionStarted,
  BulkActionUndoAsked,
  BulkBatchDone,
  BulkBatchUndone,
} from '../bulk-action/bulk-action.events';
import { ChosenInvitations } from '../bulk-action/chosen-invitations.service';
import { mailOutbox } from '../invitation/mail-outbox.projection';
import { BulkRows, type BatchOutcome } from './bulk-rows.service';

const DAY_MS = 24 * 3_600_000;
/** So long, at most, the next batch waits for the read models. */
const FOLD_WAIT_MS = 2_000;

type Asked = Recorded<BulkActionStarted | BulkActionUndoAsked>;
interface Work {
  readonly started: Recorded<BulkActionStarted>;
  readonly context: FactContext;
}

const isStarted = (fact: Recorded<BulkActionFact>): fact is Recorded<BulkActionStarted> =>
  fact.type === 'BulkActionStarted';

/**
 * Works through many invitations in batches, or back again. It may be killed at any of them and begins that batch
 * again.
 */
@Injectable()
export class WorkThroughBulk implements Reactor<BulkActionStarted | BulkActionUndoAsked> {
  readonly name = 'work-through-bulk';
  readonly streams = ['bulk-'];
  readonly on = ['BulkActionStarted', 'BulkActionUndoAsked'] as const;
  readonly maxAgeMs = 7 * DAY_MS;
  readonly lateToo = true;

  constructor(
    private readonly log: FactLog,
    private readonly commands: CommandHandling,
    private readonly chosen: ChosenInvitations,
    private readonly rows: BulkRows,
    private readonly readModels: ReadModels,
    private readonly locks: Locks,
  ) {}

  react(fact: Asked): Promise<void> {
    return this.locks.withLock(`${this.name}:${fact.stream}`, async () => {
      const facts: readonly Recorded<BulkActionFact>[] = await this.log.readStream<BulkActionFact>(fact.stream);
      const started = facts.find(isStarted);
      if (started === undefined) return;
      const { workspaceId, actor, correlationId } = fact;
      const work = { started, context: { workspaceId, actor, correlationId, causationId: fact.id } };
      const state = fold(bulkAction, facts);
      if (fact.type === 'BulkActionStarted') await this.workThrough(work, state);
      else await this.undoAll(work, state);
    });
  }

  /** Until it is over, or to be undone. */
  private async workThrough(work: Work, before: BulkAction): Promise<void> {
    let state = before;
    while (state.status === 'running') {
      const batch = state.batches;
      const outcome = await this.rows.work(work.started, await this.idsOf(work, batch), work.context);
      const { bulkId } = work.started.data;
      const done: BulkBatchDone = {
        type: 'BulkBatchDone',
        data: { bulkId, batch, done: outcome.count, passedOver: outcome.passedOver },
      };
      state = await this.record(work, outcome, done, ({ batches }) => batches > batch);
    }
  }

  /** Also a batch that was begun and not recorded. */
  private async undoAll(work: Work, before: BulkAction): Promise<void> {
    let state = before;
    const all = Math.min(batchesOf(state), state.batches + 1);
    while (state.status === 'undoing') {
      const batch = state.undoneBatches;
      const outcome = await this.rows.undo(work.started, await this.idsOf(work, batch), work.context);
      const { bulkId } = work.started.data;
      const undone: BulkBatchUndone = {
        type: 'BulkBatchUndone',
        data: { bulkId, batch, undone: outcome.count, passedOver: outcome.passedOver, isLast: batch + 1 >= all },
      };
      state = await this.record(work, outcome, undone, ({ undoneBatches }) => undoneBatches > batch);
    }
  }

  private async idsOf({ started: { workspaceId, data } }: Work, batch: number): Promise<readonly string[]> {
    const ids = await this.chosen.batch({ workspaceId, bulkId: data.bulkId }, batch);
    if (ids === undefined) throw new Error(`It is not known any more which invitations batch ${batch} has.`);
    return ids;
  }

  /** No faster than read models are folded: what others do meanwhile is seen, and mailed, as soon as ever. */
  private async record(
    { started, context }: Work,
    { position }: BatchOutcome,
    fact: BulkBatchDone | BulkBatchUndone,
    isRecorded: (state: BulkAction) => boolean,
  ): Promise<BulkAction> {
    if (position !== null) await this.readModels.reached(mailOutbox, position, FOLD_WAIT_MS);
    const { state } = await this.commands.handle({
      stream: started.stream,
      decider: bulkAction,
      context,
      decide: (state) => (isRecorded(state) ? [] : [fact]),
    });
    return state;
  }
}
