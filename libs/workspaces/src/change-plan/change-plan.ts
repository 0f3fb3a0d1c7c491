import { workspaceNotFound, productionAlreadyGranted, stagingEndsBefore } from '../workspace/workspace.errors';
import type { PlanFact } from '../workspace/workspace.events';
import type { Workspace } from '../workspace/workspace';
import type { PlanChange } from './change-plan.command';

/**
 * Production access is for good: a workspace with more accounts than staging allows could not go back.
 * @throws not-found for a workspace that is not registered; rule-broken where staging cannot be prolonged
 */
export const changePlan = (
  workspaceId: string,
  change: PlanChange,
  { name, plan, stagingUntil }: Workspace,
  now: Date,
): readonly PlanFact[] => {
  if (name === null) throw workspaceNotFound();
  if (change.plan === 'production')
    return plan === 'production' ? [] : [{ type: 'ProductionGranted', data: { workspaceId } }];
  if (plan === 'production') throw productionAlreadyGranted();
  if (change.until <= now.toISOString()) throw stagingEndsBefore();
  return change.until === stagingUntil
    ? []
    : [{ type: 'StagingProlonged', data: { workspaceId, until: change.until } }];
};
