import type { InvitationLinks } from '@linkage/contracts';
import { SelectedInvitationsRequest, PICKED_BODY } from '@linkage/contracts/requests';
import { CurrentMember, TakesBody, type SignedInMember } from '@linkage/http';
import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { expectSelection } from '../bulk-action/expect-selection';
import { CopyLinks } from './copy-links.query';

@ApiTags('invitations')
@Controller('invitations/links')
export class CopyLinksController {
  constructor(private readonly queries: QueryBus) {}

  @Post()
  @HttpCode(200)
  @TakesBody(PICKED_BODY)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'The links of several invitations',
    description: 'The same as in their mails. Withdrawn invitations and ids that are not known are left out.',
  })
  links(
    @Body() selected: SelectedInvitationsRequest,
    @CurrentMember() { workspaceId }: SignedInMember,
  ): Promise<InvitationLinks> {
    const { invitationIds, matching } = expectSelection(selected);
    return this.queries.execute(new CopyLinks(workspaceId, invitationIds, matching));
  }
}
