import type { Accepted } from '@linkage/contracts';
import { CurrentMember, factContextOf, idempotencyKey, type SignedInMember } from '@linkage/http';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { UndoMail } from './undo-mail.command';

@ApiTags('invitations')
@Controller('invitations')
export class UndoMailController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/undo-mail')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Take back a mail that was just asked for',
    description: 'A mail that a member asks for again is held for about ten seconds. 409 mail-already-sent after that.',
  })
  undo(@Param('id') id: string, @CurrentMember() member: SignedInMember): Promise<Accepted> {
    return this.commands.execute(new UndoMail(id, factContextOf(member), idempotencyKey()));
  }
}
