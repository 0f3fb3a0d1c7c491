import type { ImportAccepted } from '@linkage/contracts';
import { MESSAGE_BODY, StartImportRequest } from '@linkage/contracts/requests';
import { CurrentMember, factContextOf, TakesBody, type SignedInMember } from '@linkage/http';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { expectImportId } from '../invitation-import/import-address';
import { messageIn } from '../message-template/expect-message';
import { StartImport } from './start-import.command';

@ApiTags('invitations')
@Controller('invitations/imports')
export class StartImportController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/start')
  @HttpCode(202)
  @TakesBody(MESSAGE_BODY)
  @ApiOperation({
    summary: 'Invite the creators of uploaded rows',
    description:
      'All rows or none: 422 rows-refused names each row that cannot be sent. With leaveOutFaulty the others are sent. Once this is answered, every row becomes an invitation and a mail; starting the same import again does nothing.',
  })
  start(
    @Param('id') id: string,
    @Body() { fileName, parts, leaveOutFaulty = false, ...written }: StartImportRequest,
    @CurrentMember() member: SignedInMember,
  ): Promise<ImportAccepted> {
    const by = { brandName: member.workspaceName, invitedBy: member.name, message: messageIn(written) };
    const asked = { importId: expectImportId(id), fileName, parts, leaveOutFaulty, ...by };
    return this.commands.execute(new StartImport(asked, member.mustConfirmEmail, factContextOf(member)));
  }
}
