import type { DemoDataProgress } from '@linkage/contracts';
import { CurrentMember, Installation, type SignedInMember } from '@linkage/http';
import { Controller, Get, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DemoData } from './demo-data.service';
import { MemberRequests } from './member-requests';

@ApiTags('demo')
@Controller('demo-data')
export class DemoDataController {
  constructor(
    private readonly data: DemoData,
    private readonly installation: Installation,
  ) {}

  @Get()
  @ApiOperation({ summary: 'How far the demo data of the workspace is' })
  progress(@CurrentMember() { workspaceId }: SignedInMember): DemoDataProgress {
    return this.data.progressOf(workspaceId);
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: "Fill the workspace with the demo's creators",
    description: '409 conflict when creators were invited before.',
  })
  start(
    @CurrentMember() { workspaceId }: SignedInMember,
    @Headers('cookie') cookie: string,
  ): Promise<DemoDataProgress> {
    return this.data.start(workspaceId, new MemberRequests(this.installation.publicUrl, cookie));
  }
}
