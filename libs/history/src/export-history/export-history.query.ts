import type { HistoryFilter, HistoryItem } from '@linkage/contracts';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { HistoryReader } from '../sentences/history-reader.service';
import { HistoryPeopleReader } from '../sentences/history-people-reader.service';

/** Every fact that the filter lets through, as it is asked for: a few at a time are in memory. */
export class ExportHistory extends Query<AsyncIterable<readonly HistoryItem[]>> {
  constructor(
    readonly workspaceId: string,
    readonly filter: HistoryFilter,
  ) {
    super();
  }
}

const AT_ONCE = 200;

@QueryHandler(ExportHistory)
export class ExportHistoryHandler implements IQueryHandler<ExportHistory> {
  constructor(
    private readonly facts: HistoryReader,
    private readonly people: HistoryPeopleReader,
  ) {}

  async execute({ workspaceId, filter }: ExportHistory): Promise<AsyncIterable<readonly HistoryItem[]>> {
    const named = await this.people.namedBy(workspaceId, filter.search);
    const first = await this.facts.page(workspaceId, filter, named, AT_ONCE);
    const { facts } = this;
    return (async function* pages() {
      for (let page = first; ;) {
        yield await facts.toItems(page.rows);
        if (page.next === null) return;
        page = await facts.page(workspaceId, filter, named, AT_ONCE, page.next);
      }
    })();
  }
}
