import type { InvitationLink } from '@linkage/contracts';
import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CopyLink } from './copy-link.query';

@ApiTags('invitations')
@Controller('invitations')
export class CopyLinkController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':id/link')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'The link of an invitation', description: 'The same as in its mail.' })
  link(@Param('id') id: string, @CurrentMember() member: SignedInMember): Promise<InvitationLink> {
    return this.queries.execute(new CopyLink(member.workspaceId, id));
  }
}
