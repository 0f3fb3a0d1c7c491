import { STAGING, type OperatorWorkspace } from '@linkage/contracts';
import { ReadModels } from '@linkage/event-sourcing';
import { stagingEndOf } from '@linkage/published-facts';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { workspaceList, type WorkspaceRow } from './workspace-list.projection';

const MOST = 100;

/** Workspaces by name for the operator; `search`: words of the name, or an id. At most 100. */
export class ListWorkspaces extends Query<OperatorWorkspace[]> {
  constructor(readonly search: string | undefined) {
    super();
  }
}

@QueryHandler(ListWorkspaces)
export class ListWorkspacesHandler implements IQueryHandler<ListWorkspaces> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ search }: ListWorkspaces): Promise<OperatorWorkspace[]> {
    const one = search === undefined ? undefined : await this.readModels.get(workspaceList, search);
    return (one ? [one] : await this.byName(search)).map((row) => ({
      workspaceId: row.workspaceId,
      name: row.name,
      registeredAt: row.since,
      plan: row.plan,
      stagingEndsAt: stagingEndOf(row, STAGING.days),
    }));
  }

  private async byName(search: string | undefined): Promise<readonly WorkspaceRow[]> {
    const { rows } = await this.readModels.page(workspaceList, {
      where: {},
      sort: [{ field: 'nameKey', direction: 'asc' }],
      limit: MOST,
      ...(search !== undefined && { search }),
    });
    return rows;
  }
}
