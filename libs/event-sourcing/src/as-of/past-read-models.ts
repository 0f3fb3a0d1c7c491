import type { Clock } from '../clock.port';
import type { Fact } from '../fact';
import type { Projection } from '../projection';
import type { FieldValue, PageOf, PageRequest, ReadStore, Where } from '../read-store.port';
import { KeyedQueue } from '../runtime/keyed-queue';
import { ReadModels } from '../runtime/read-models';
import { foldPast, type PastParts } from './fold-past';
import { type Built, PastCache } from './past-cache';
import { type PastMoment, wantedMoment } from './read-as-of';

export interface PastReadModelsParts extends PastParts {
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

/**
 * Read models at the moment of `readAsOf`: folded by the same projections into a temporary store on first use. Needs
 * no serving read model; the one of streams only makes it faster.
 */
export class PastReadModels extends ReadModels {
  private readonly kept = new PastCache(MOST_KEPT);
  private readonly turns = new KeyedQueue(MOST_AT_ONCE);

  constructor(private readonly parts: PastReadModelsParts) {
    super();
  }

  override get<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    key: string,
  ): Promise<Row | undefined> {
    return this.past(projection, projection.subject?.of(key), (store) => store.get(projection.collection, key));
  }

  override async getMany<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, Row>> {
    if (keys.length === 0) return new Map();
    return this.past(projection, undefined, (store) => store.getMany(projection.collection, keys));
  }

  override page<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    request: PageRequest,
  ): Promise<PageOf<Row>> {
    return this.past(projection, subjectIn(projection, request.where), (store) =>
      store.page(projection.collection, request),
    );
  }

  override count<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    where: Readonly<Record<string, FieldValue>>,
  ): Promise<number> {
    return this.past(projection, subjectIn(projection, where), (store) => store.count(projection.collection, where));
  }

  override async reached(): Promise<boolean> {
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
