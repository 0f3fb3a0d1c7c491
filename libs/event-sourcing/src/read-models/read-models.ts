import type { Fact, Position } from '../facts/fact';
import type { Counted } from './collection-shape';
import { pageOf } from './page-of';
import type { PageOf, PageRequest } from './page-request';
import type { Projection } from './projection';
import type { Rows } from './read-store.port';
import type { Asked, RowSource } from './row-source';

export class ReadModels implements RowSource {
  private readonly others: (() => RowSource | undefined)[] = [];

  constructor(readonly present: RowSource) {}

  /** One that answers instead of the present where it is wanted. */
  prefer(source: () => RowSource | undefined): void {
    this.others.push(source);
  }

  get<Row extends object, F extends Fact>(projection: Projection<Row, F>, key: string): Promise<Row | undefined> {
    return this.use(projection, { key }, (rows) => rows.get(projection.collection, key));
  }

  getMany<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, Row>> {
    if (keys.length === 0) return Promise.resolve(new Map());
    return this.use(projection, {}, (rows) => rows.getMany(projection.collection, keys));
  }

  page<Row extends object, F extends Fact>(projection: Projection<Row, F>, request: PageRequest): Promise<PageOf<Row>> {
    return this.use(projection, { where: request.where }, (rows) => pageOf(rows, projection.collection, request));
  }

  /** The rows of every page from the first on, each read when it is asked for. */
  async *pages<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    { cursor: _, ...request }: PageRequest,
  ): AsyncGenerator<readonly Row[]> {
    let page = await this.page(projection, request);
    yield page.rows;
    while (page.next !== null) {
      page = await this.page(projection, { ...request, cursor: page.next });
      yield page.rows;
    }
  }

  count<Row extends object, F extends Fact>(projection: Projection<Row, F>, of: Counted): Promise<number> {
    return this.use(projection, { where: of }, (rows) => rows.count(projection.collection, of));
  }

  /** Several, as they are at one moment, each under its name. */
  async countEach<Row extends object, F extends Fact, Name extends string>(
    projection: Projection<Row, F>,
    names: readonly Name[],
    ofName: (name: Name) => Counted,
  ): Promise<Readonly<Record<Name, number>>> {
    const of = names.map(ofName);
    const all = await this.use(projection, { where: shared(of) }, (rows) => rows.countMany(projection.collection, of));
    return Object.fromEntries(names.map((name, place) => [name, all[place]])) as Record<Name, number>;
  }

  reached<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    position: Position,
    timeoutMs?: number,
  ): Promise<boolean> {
    return this.source.reached(projection, position, timeoutMs);
  }

  use<Row extends object, F extends Fact, T>(
    projection: Projection<Row, F>,
    asked: Asked,
    work: (rows: Rows) => Promise<T>,
  ): Promise<T> {
    return this.source.use(projection, asked, work);
  }

  private get source(): RowSource {
    for (const other of this.others) {
      const wanted = other();
      if (wanted) return wanted;
    }
    return this.present;
  }
}

const shared = ([first = {}, ...others]: readonly Counted[]): Counted =>
  Object.fromEntries(Object.entries(first).filter(([field, value]) => others.every((one) => one[field] === value)));
