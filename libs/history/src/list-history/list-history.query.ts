import { historyKinds, type HistoryFilter, type HistoryList, type HistoryParameters } from '@linkage/contracts';
import { ReadModels } from '@linkage/event-sourcing';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { history } from '../sentences/history.projection';
import { HistoryReader } from '../sentences/history-reader.service';
import { HistoryPeopleReader } from '../sentences/history-people-reader.service';
import { countedBy } from './counted-by';

/** One page of what has happened, as sentences. */
export class ListHistory extends Query<HistoryList> {
  constructor(
    readonly workspaceId: string,
    readonly parameters: HistoryParameters & { limit: number },
  ) {
    super();
  }
}

/** What a refresh found is told by the line of the refresh. */
const asLines = ({ kind, kinds, ...filter }: HistoryFilter): HistoryFilter => {
  if (kind !== undefined) return { ...filter, kind: kind === 'figures' ? 'refreshes' : kind };
  return { ...filter, kinds: (kinds ?? historyKinds).filter((one) => one !== 'figures') };
};

@QueryHandler(ListHistory)
export class ListHistoryHandler implements IQueryHandler<ListHistory> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly facts: HistoryReader,
    private readonly people: HistoryPeopleReader,
  ) {}

  async execute({ workspaceId, parameters: { limit, cursor, grouped, ...filter } }: ListHistory): Promise<HistoryList> {
    const named = await this.people.namedBy(workspaceId, filter.search);
    const { rows, next } = grouped
      ? await this.facts.pageOfLines(workspaceId, asLines(filter), named, limit, cursor)
      : await this.facts.page(workspaceId, filter, named, limit, cursor);
    const [items, counts, names] = await Promise.all([
      grouped ? this.facts.toLines(rows, filter) : this.facts.toItems(rows),
      this.counts(workspaceId, filter),
      this.names(workspaceId, filter),
    ]);
    return { items, next, counts, names, broad: named.broad };
  }

  private async counts(workspaceId: string, filter: HistoryFilter): Promise<HistoryList['counts']> {
    const by = countedBy(filter);
    if (by === undefined) return null;
    return this.readModels.countEach(history, ['all', ...historyKinds], (kind) => ({
      workspaceId,
      ...by,
      ...(kind !== 'all' && { kind }),
    }));
  }

  private async names(workspaceId: string, { actor, person, subject }: HistoryFilter): Promise<HistoryList['names']> {
    const nameOf = async (id: string | undefined) =>
      id === undefined ? null : ((await this.people.find(workspaceId, id))?.name ?? null);
    const [actorName, personName] = await Promise.all([nameOf(actor), nameOf(person)]);
    return {
      actor: actorName,
      person: personName,
      subject: subject === undefined ? null : await this.subjectName(workspaceId, subject),
    };
  }

  /** The account's handle, or the person behind an invitation or attempt. */
  private async subjectName(workspaceId: string, subject: string): Promise<string | null> {
    const {
      rows: [row],
    } = await this.facts.page(workspaceId, { subject }, { creators: [], members: [], rest: '' }, 1);
    const person = row?.person ? await this.people.find(workspaceId, row.person) : undefined;
    return person ? (person.accounts[subject] ?? person.name) : null;
  }
}
