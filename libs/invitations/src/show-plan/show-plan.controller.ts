import type { Plan } from '@linkage/contracts';
import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ShowPlan } from './show-plan.query';

@ApiTags('invitations')
@Controller('plan')
export class ShowPlanController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({
    summary: 'What the workspace may use, and how much of it is used',
    description: 'Accounts count that are connected or need action; disconnected ones and open invitations do not.',
  })
  show(@CurrentMember() member: SignedInMember): Promise<Plan> {
    return this.queries.execute(new ShowPlan(member.workspaceId));
  }
}
