import type { HistoryFact } from '@linkage/contracts';
import { DomainError, ERASED, FactLog, personalFieldsOf } from '@linkage/event-sourcing';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { HistoryRow } from '../sentences/history.projection';
import { HistoryReader } from '../sentences/history-reader.service';
import { contextFacts } from '../sentences/sentences';
import { asOthersRead } from './own-matters';

/**
 * One fact as it stands in the log, as far as this member may read it, with its cause and its effects.
 * @throws not-found
 */
export class ShowFact extends Query<HistoryFact> {
  constructor(
    readonly workspaceId: string,
    readonly factId: string,
    readonly readerId: string,
  ) {
    super();
  }
}

/** Most facts that are shown beside one. */
const BESIDE = 50;

const notFound = (): DomainError => new DomainError('not-found', 'not-found', 'This fact does not exist.');

@QueryHandler(ShowFact)
export class ShowFactHandler implements IQueryHandler<ShowFact> {
  constructor(
    private readonly log: FactLog,
    private readonly facts: HistoryReader,
  ) {}

  async execute({ workspaceId, factId, readerId }: ShowFact): Promise<HistoryFact> {
    const row = await this.facts.find(workspaceId, factId);
    if (row === undefined) throw notFound();
    const [asRecorded, beside] = await Promise.all([this.asRecorded(row), this.beside(row)]);
    const { data } = asRecorded;
    const isTheirOwn = row.person === readerId;
    return { ...asRecorded, ...(isTheirOwn ? { data, withheld: [] } : asOthersRead(row.type, data)), ...beside };
  }

  private async asRecorded({ factId, stream, revision, type }: HistoryRow) {
    const [stored] = await this.log.port.readStream(stream, { from: revision, limit: 1 });
    const [fact] = stored?.id === factId ? await this.log.decode([stored]) : [];
    if (stored === undefined || fact === undefined) throw notFound();
    const fields = personalFieldsOf(contextFacts[type]).flatMap((one): readonly string[] => one.fields);
    const personal = [...new Set(fields)].filter((field) => field in fact.data);
    const data = fact.data as Record<string, unknown>;
    const { version, position } = fact;
    return {
      data,
      personal,
      erased: personal.some((field) => data[field] === ERASED),
      storedVersion: stored.meta.v,
      version,
      position,
    };
  }

  /**
   * The sentences: of the fact, its cause, its effects, and what else the same request set in motion. Effects share its
   * correlation id.
   */
  private async beside(row: HistoryRow): Promise<Pick<HistoryFact, 'item' | 'cause' | 'effects' | 'together'>> {
    const { workspaceId, factId, cause, correlation } = row;
    const [causing, effects, ofRequest] = await Promise.all([
      cause === null ? undefined : this.facts.find(workspaceId, cause),
      this.facts.oldest({ where: { workspaceId, correlation, cause: factId }, narrowedBy: ['cause'] }, BESIDE),
      this.facts.oldest({ where: { workspaceId, correlation } }, 2 * BESIDE),
    ]);
    const related = new Set([factId, cause, ...effects.map((effect) => effect.factId)]);
    const others = ofRequest.filter((other) => !related.has(other.factId)).slice(0, BESIDE);
    const items = (rows: readonly HistoryRow[]) => this.facts.toItems(rows);
    const [[item], [tellsCause], toldEffects, together] = await Promise.all([
      items([row]),
      items(causing ? [causing] : []),
      items(effects),
      items(others),
    ]);
    if (item === undefined) throw notFound();
    return { item, cause: tellsCause ?? null, effects: toldEffects, together };
  }
}
