import type { Plan } from '@linkage/contracts';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { StagingAccess } from '../invitation/staging-access.service';

export class ShowPlan extends Query<Plan> {
  constructor(readonly workspaceId: string) {
    super();
  }
}

@QueryHandler(ShowPlan)
export class ShowPlanHandler implements IQueryHandler<ShowPlan> {
  constructor(private readonly staging: StagingAccess) {}

  execute({ workspaceId }: ShowPlan): Promise<Plan> {
    return this.staging.planOf(workspaceId);
  }
}
