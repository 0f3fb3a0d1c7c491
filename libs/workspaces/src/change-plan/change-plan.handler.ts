import type { PlanChanged } from '@linkage/contracts';
import { CLOCK, type Clock, CommandHandling } from '@linkage/event-sourcing';
import { operatorContext } from '@linkage/http';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { workspace, workspaceStream } from '../workspace/workspace';
import { changePlan } from './change-plan';
import { ChangePlan } from './change-plan.command';

@CommandHandler(ChangePlan)
export class ChangePlanHandler implements ICommandHandler<ChangePlan> {
  constructor(
    private readonly commands: CommandHandling,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ workspaceId, change }: ChangePlan): Promise<PlanChanged> {
    const { state } = await this.commands.handle({
      stream: workspaceStream(workspaceId),
      decider: workspace,
      context: operatorContext(workspaceId),
      decide: (current) => changePlan(workspaceId, change, current, this.clock.now()),
    });
    return { workspaceId, plan: state.plan, stagingEndsAt: state.plan === 'production' ? null : state.stagingUntil };
  }
}
