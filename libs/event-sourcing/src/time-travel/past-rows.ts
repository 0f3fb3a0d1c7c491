import type { Clock } from '../facts/clock.port';
import type { Fact } from '../facts/fact';
import type { Projection } from '../read-models/projection';
import type { Where } from '../read-models/page-request';
import type { ReadStore, Rows } from '../read-models/read-store.port';
import type { Asked, RowSource } from '../read-models/row-source';
import { KeyedQueue } from '../commands/keyed-queue';
import { foldPast, type PastParts } from './fold-past';
import { type Built, PastCache } from './past-cache';
import { type PastMoment, wantedMoment } from './read-as-of';

interface PastRowsParts extends PastParts {
  readonly clock: Clock;
  readonly temporaryStore: (() => ReadStore) | undefined;
}

const MOST_KEPT = 24;
const MOST_AT_ONCE = 2;
/** Short, so that an erased person is soon gone from here, too. */
const KEPT_MS = 60_000;
/** Facts of a moment this recent may still be on their way into the log. */
const SETTLED_MS = 10_000;
const FRESH_MS = 2_000;

export class PastRows implements RowSource {
  private readonly kept = new PastCache(MOST_KEPT);
  private readonly turns = new KeyedQueue(MOST_AT_ONCE);

  constructor(private readonly parts: PastRowsParts) {}

  use<Row extends object, F extends Fact, T>(
    projection: Projection<Row, F>,
    { key, where }: Asked,
    work: (rows: Rows) => Promise<T>,
  ): Promise<T> {
    const subject = key === undefined ? subjectIn(projection, where ?? {}) : projection.subject?.of(key);
    return this.past(projection, subject, work);
  }

  async reached(): Promise<boolean> {
    return true;
  }

  async close(): Promise<void> {
    await this.kept.close();
  }

  private past<Row extends object, F extends Fact, T>(
    projection: Projection<Row, F>,
    subject: string | undefined,
    work: (store: ReadStore) => Promise<T>,
  ): Promise<T> {
    const past = wantedMoment();
    if (past === null) throw new Error('A past read model was asked for outside readAsOf.');
    const streams =
      subject === undefined ? projection.streams : (projection.subject?.streams(subject) ?? projection.streams);
    const key = JSON.stringify([past.workspaceId, past.moment.toISOString(), projection.name, streams]);
    return this.kept.use(
      key,
      (unwanted) => this.turns.inTurn(() => this.build(projection, streams, past, unwanted)),
      work,
      past.signal,
    );
  }

  private async build<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    streams: readonly string[],
    past: PastMoment,
    unwanted: AbortSignal,
  ): Promise<Built> {
    unwanted.throwIfAborted();
    const { temporaryStore, clock } = this.parts;
    if (!temporaryStore) throw new Error('This kernel was made without a temporary store, so it cannot look back.');
    const settled = clock.now().getTime() - past.moment.getTime() >= SETTLED_MS;
    const store = temporaryStore();
    try {
      await foldPast(this.parts, projection, streams, past, store, unwanted);
      return { store, keepMs: settled ? KEPT_MS : FRESH_MS };
    } catch (error) {
      await store.close();
      throw error;
    }
  }
}

const subjectIn = <Row extends object, F extends Fact>(
  { subject }: Projection<Row, F>,
  where: Where,
): string | undefined => {
  const wanted = subject && where[subject.field];
  return typeof wanted === 'string' ? wanted : undefined;
};
