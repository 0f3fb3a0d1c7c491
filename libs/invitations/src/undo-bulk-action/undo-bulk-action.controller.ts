import type { Accepted } from '@linkage/contracts';
import { CurrentMember, factContextOf, type SignedInMember } from '@linkage/http';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { UndoBulkAction } from './undo-bulk-action.command';

@ApiTags('invitations')
@Controller('invitations/bulk')
export class UndoBulkActionController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/undo')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Undo what was done to many invitations',
    description:
      'Withdrawn ones are back with their links, within seven days; mails that are held are not sent, for about ten seconds. 409 undo-over after that.',
  })
  undo(@Param('id') id: string, @CurrentMember() member: SignedInMember): Promise<Accepted> {
    return this.commands.execute(new UndoBulkAction(id, factContextOf(member)));
  }
}
