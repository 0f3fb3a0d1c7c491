import { planAfter, type PlanFact, type WorkspacePlan } from '@linkage/published-facts';
import { projection } from '@linkage/event-sourcing';

export const connectablePlans = projection<WorkspacePlan, PlanFact>({
  name: 'connectable-plans',
  version: 1,
  streams: ['workspace-'],
  on: ['WorkspaceRegistered', 'ProductionGranted', 'StagingProlonged'],
  fields: {},
  key: (fact) => fact.data.workspaceId,
  project: planAfter,
});
