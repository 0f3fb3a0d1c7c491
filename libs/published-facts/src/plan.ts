import type { SocialAccountFact } from './connections';
import type { PlanFact } from './workspaces';

/** What a workspace may use. Staging access lasts the installation's number of days from `since` on, or to `until`. */
export interface WorkspacePlan {
  readonly workspaceId: string;
  readonly plan: 'staging' | 'production';
  /** ISO UTC */
  readonly since: string;
  /** ISO UTC; null: as long as staging lasts. */
  readonly until: string | null;
}

/** One step of every read model of plans. Undefined for a workspace that was not registered. */
export const planAfter = (
  plan: WorkspacePlan | undefined,
  fact: PlanFact & { readonly at: string },
): WorkspacePlan | undefined => {
  switch (fact.type) {
    case 'WorkspaceRegistered':
      return plan ?? { workspaceId: fact.data.workspaceId, plan: 'staging', since: fact.at, until: null };
    case 'ProductionGranted':
      return plan && { ...plan, plan: 'production' };
    case 'StagingProlonged':
      return plan && { ...plan, until: fact.data.until };
  }
};

/** An account that is connected or needs action takes a seat of the plan; a disconnected one does not. */
export interface AccountSeat {
  readonly workspaceId: string;
  readonly taken: 0 | 1;
}

/** One step of every read model that counts accounts for the plan. */
export const seatAfter = (fact: SocialAccountFact & { readonly workspaceId: string }): AccountSeat => ({
  workspaceId: fact.workspaceId,
  taken: fact.type === 'SocialAccountDisconnected' ? 0 : 1,
});

const DAY_MS = 86_400_000;

/** ISO UTC; null in production. */
export const stagingEndOf = ({ plan, since, until }: WorkspacePlan, days: number): string | null =>
  plan === 'production' ? null : (until ?? new Date(Date.parse(since) + days * DAY_MS).toISOString());
