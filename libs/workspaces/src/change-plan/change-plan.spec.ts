import { givenFor } from '@linkage/event-sourcing/testing';
import { workspace } from '../workspace/workspace';
import type { WorkspaceFact } from '../workspace/workspace.events';
import { ownerJoined, workspaceId, workspaceRegistered } from '../workspace/workspace.fixtures';
import { changePlan } from './change-plan';
import type { PlanChange } from './change-plan.command';

const given = givenFor(workspace);
const now = new Date('2026-01-15T09:00:00.000Z');
const production: PlanChange = { plan: 'production' };
const until = (day: string): PlanChange => ({ plan: 'staging', until: `2026-${day}T09:00:00.000Z` });
const granted: WorkspaceFact = { type: 'ProductionGranted', data: { workspaceId } };
const prolonged: WorkspaceFact = {
  type: 'StagingProlonged',
  data: { workspaceId, until: '2026-04-01T09:00:00.000Z' },
};
const registered = [workspaceRegistered, ownerJoined];
const changed = (change: PlanChange) => (state: Parameters<typeof changePlan>[2]) =>
  changePlan(workspaceId, change, state, now);

describe("change a workspace's plan", () => {
  it('given staging: production is granted', () =>
    given(...registered)
      .when(changed(production))
      .then(granted));
  it('given production: granting it again adds nothing', () =>
    given(...registered, granted)
      .when(changed(production))
      .thenNothing());
  it('given staging: it is prolonged, once', () => {
    given(...registered)
      .when(changed(until('04-01')))
      .then(prolonged);
    given(...registered, prolonged)
      .when(changed(until('04-01')))
      .thenNothing();
  });
  it('refuses an end that has passed', () =>
    given(...registered)
      .when(changed(until('01-15')))
      .thenRefused('invalid-request'));
  it('refuses to go back from production', () =>
    given(...registered, granted)
      .when(changed(until('04-01')))
      .thenRefused('conflict'));
  it('refuses a workspace that is not registered', () => given().when(changed(production)).thenRefused('not-found'));
});
