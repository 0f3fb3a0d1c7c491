import type { PlanChanged } from '@linkage/contracts';
import { Command } from '@nestjs/cqrs';

/** `until`: ISO UTC, when staging access ends instead. */
export type PlanChange = { readonly plan: 'production' } | { readonly plan: 'staging'; readonly until: string };

/** The operator grants production access, or prolongs staging access. */
export class ChangePlan extends Command<PlanChanged> {
  constructor(
    readonly workspaceId: string,
    readonly change: PlanChange,
  ) {
    super();
  }
}
