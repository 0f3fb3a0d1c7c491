import { STAGING, stagingEnd, type Plan } from '@linkage/contracts';
import { CLOCK, type DomainError, ReadModels, type Clock } from '@linkage/event-sourcing';
import { Installation } from '@linkage/http';
import { stagingEndOf } from '@linkage/published-facts';
import { Inject, Injectable } from '@nestjs/common';
import { stagingHasEnded } from './invitation.errors';
import { usedSeats } from './used-seats.projection';
import { workspacePlans } from './workspace-plans.projection';

const DAY_MS = 86_400_000;

/** What a workspace may use, and how much of it is used. */
@Injectable()
export class StagingAccess {
  constructor(
    private readonly readModels: ReadModels,
    private readonly installation: Installation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async planOf(workspaceId: string): Promise<Plan> {
    const [row, used] = await Promise.all([
      this.readModels.get(workspacePlans, workspaceId),
      this.readModels.count(usedSeats, { workspaceId, taken: 1 }),
    ]);
    const plan = row?.plan ?? 'staging';
    const stagingEndsAt = row ? stagingEndOf(row, STAGING.days) : null;
    return {
      plan,
      accounts: { used, limit: plan === 'production' ? null : STAGING.accounts },
      stagingEndsAt,
      daysLeft: stagingEndsAt === null ? null : this.daysUntil(stagingEndsAt),
      salesUrl: this.installation.salesUrl,
    };
  }

  /** Why no new creator can be invited: staging-limit-reached or staging-expired. Undefined: they can. */
  async refusalOf(workspaceId: string): Promise<DomainError | undefined> {
    const end = stagingEnd(await this.planOf(workspaceId));
    return end && stagingHasEnded(end);
  }

  private daysUntil(moment: string): number {
    return Math.max(0, Math.ceil((Date.parse(moment) - this.clock.now().getTime()) / DAY_MS));
  }
}
