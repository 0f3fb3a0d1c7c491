import type { BulkActionAccepted } from '@linkage/contracts';
import { PICKED_BODY, StartBulkActionRequest } from '@linkage/contracts/requests';
import { CurrentMember, factContextOf, TakesBody, type SignedInMember } from '@linkage/http';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { expectSelection } from '../bulk-action/expect-selection';
import { messageIn } from '../message-template/expect-message';
import { StartBulkAction } from './start-bulk-action.command';

@ApiTags('invitations')
@Controller('invitations/bulk')
export class StartBulkActionController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(202)
  @TakesBody(PICKED_BODY)
  @ApiOperation({
    summary: 'Resend or withdraw many invitations',
    description:
      'Those with the given ids, or all that match a filter. Which ones are meant is fixed when this is answered; each gets a decision of its own, and what is refused for one is passed over and told of. The same bulkId again does nothing.',
  })
  start(
    @Body() { bulkId, action, invitationIds, matching, ...written }: StartBulkActionRequest,
    @CurrentMember() member: SignedInMember,
  ): Promise<BulkActionAccepted> {
    const { memberId } = member;
    const selection = expectSelection({ ...(invitationIds && { invitationIds }), ...(matching && { matching }) });
    const asked = { bulkId: bulkId.toLowerCase(), memberId, action, ...selection, message: messageIn(written) };
    return this.commands.execute(new StartBulkAction(asked, member.mustConfirmEmail, factContextOf(member)));
  }
}
