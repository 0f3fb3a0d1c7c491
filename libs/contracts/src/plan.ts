/** What staging access allows, unless the operator prolongs it or grants production access. */
export const STAGING = { accounts: 25, days: 30 } as const;

/** Beyond this share of the accounts, or with so few days left, the meter warns. */
export const STAGING_WARNS = { share: 0.8, days: 6 } as const;

/** GET /api/plan → what the workspace may use, and how much of it is used. */
export interface Plan {
  plan: 'staging' | 'production';
  /** Accounts that are connected or need action. `limit` is null in production. */
  accounts: { used: number; limit: number | null };
  /** ISO UTC; null in production. */
  stagingEndsAt: string | null;
  /** Whole days, begun ones included; 0 when staging has ended, null in production. */
  daysLeft: number | null;
  /** Where a call with sales is booked; null when the installation names none. */
  salesUrl: string | null;
}

/** Why no new creator can be invited in a workspace with staging access; undefined: they can. */
export type StagingEnd = 'staging-limit-reached' | 'staging-expired';

export const stagingEnd = ({ accounts, daysLeft }: Pick<Plan, 'accounts' | 'daysLeft'>): StagingEnd | undefined => {
  if (daysLeft === 0) return 'staging-expired';
  return accounts.limit !== null && accounts.used >= accounts.limit ? 'staging-limit-reached' : undefined;
};

/** A sentence for members; how to get in touch with sales stands beside it. */
export const stagingEndText: Readonly<Record<StagingEnd, string>> = {
  'staging-limit-reached': `Staging access ends at ${STAGING.accounts} connected accounts, and all of them are in use. Contact sales for production access to invite more creators.`,
  'staging-expired':
    'Staging access has ended. Contact sales for production access to invite more creators. Creators who are connected stay connected.',
};

/** GET /api/operator/workspaces → the first 100 by name. */
export interface OperatorWorkspaces {
  workspaces: OperatorWorkspace[];
}

/** One workspace, for the operator. */
export interface OperatorWorkspace {
  workspaceId: string;
  name: string;
  /** ISO UTC */
  registeredAt: string;
  plan: 'staging' | 'production';
  /** ISO UTC; null in production. */
  stagingEndsAt: string | null;
}

/** POST /api/operator/workspaces/:id/plan → 200. */
export type PlanChanged = Pick<OperatorWorkspace, 'workspaceId' | 'plan' | 'stagingEndsAt'>;
