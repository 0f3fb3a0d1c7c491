import { queryText, type InvitationFunnel, type InvitationProgress } from '@linkage/contracts';
import { CurrentMember, ProblemException, type SignedInMember } from '@linkage/http';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { ShowFunnel, ShowProgress } from './show-progress.query';

@ApiTags('invitations')
@Controller('invitations')
export class ShowProgressController {
  constructor(private readonly queries: QueryBus) {}

  @Get('funnel')
  @ApiOperation({
    summary: 'How many invites got how far',
    description: 'Each step counts those that reached it or a later one. Withdrawn invites are left out.',
  })
  @ApiQuery({
    name: 'month',
    required: false,
    description: 'Only invites that were issued in it, such as 2026-11 (UTC).',
  })
  funnel(@Query() query: Record<string, unknown>, @CurrentMember() member: SignedInMember): Promise<InvitationFunnel> {
    return this.queries.execute(new ShowFunnel(member.workspaceId, monthIn(query)));
  }

  @Get(':id/progress')
  @ApiOperation({ summary: 'How far an invite got', description: 'When each step was reached first.' })
  progress(@Param('id') id: string, @CurrentMember() member: SignedInMember): Promise<InvitationProgress> {
    return this.queries.execute(new ShowProgress(member.workspaceId, id));
  }
}

const monthIn = (query: Record<string, unknown>): string | undefined => {
  const month = queryText(query, 'month');
  if (month === undefined || /^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return month;
  throw ProblemException.invalid('month', 'Use a month such as 2026-11.');
};
