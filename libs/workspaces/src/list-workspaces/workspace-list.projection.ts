import { planAfter, type PlanFact, type WorkspacePlan } from '@linkage/published-facts';
import { projection, sortKey } from '@linkage/event-sourcing';

/** One row of the operator's list. */
export interface WorkspaceRow extends WorkspacePlan {
  readonly name: string;
  readonly nameKey: string;
}

export const workspaceList = projection<WorkspaceRow, PlanFact>({
  name: 'workspace-list',
  version: 2,
  streams: ['workspace-'],
  on: ['WorkspaceRegistered', 'ProductionGranted', 'StagingProlonged'],
  fields: { nameKey: 'text' },
  indexes: [['nameKey']],
  search: ['name'],
  searchParts: true,
  key: (fact) => fact.data.workspaceId,
  project: (row, fact) => {
    const plan = planAfter(row, fact);
    const name = fact.type === 'WorkspaceRegistered' ? fact.data.name : row?.name;
    return plan && name !== undefined ? { ...plan, name, nameKey: sortKey(name) } : row;
  },
});
