import type { Accepted } from '@linkage/contracts';
import { CurrentMember, factContextOf, idempotencyKey, type SignedInMember } from '@linkage/http';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { UndoWithdrawal } from './undo-withdrawal.command';

@ApiTags('invitations')
@Controller('invitations')
export class UndoWithdrawalController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/undo-withdrawal')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Undo the withdrawal of an invitation',
    description: 'It is listed again, and its link works as before. Accounts that were disconnected with it stay so.',
  })
  undo(@Param('id') id: string, @CurrentMember() member: SignedInMember): Promise<Accepted> {
    return this.commands.execute(new UndoWithdrawal(id, factContextOf(member), idempotencyKey()));
  }
}
