import type { HistoryPeople } from '@linkage/contracts';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { HistoryPeopleReader } from '../sentences/history-people-reader.service';

/** Members and creators whose names begin so. */
export class ListPeople extends Query<HistoryPeople> {
  constructor(
    readonly workspaceId: string,
    readonly search: string | undefined,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ListPeople)
export class ListPeopleHandler implements IQueryHandler<ListPeople> {
  constructor(private readonly people: HistoryPeopleReader) {}

  async execute({ workspaceId, search, limit }: ListPeople): Promise<HistoryPeople> {
    return { items: [...(await this.people.list(workspaceId, search, limit))] };
  }
}
