import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { StopEmailChange } from './stop-email-change.command';

@ApiTags('workspaces')
@Controller('account/email/cancel')
export class CancelEmailChangeController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({ summary: 'Give up the change of e-mail', description: 'Its links open nothing any more.' })
  cancel(@CurrentMember() member: SignedInMember): Promise<void> {
    return this.commands.execute(new StopEmailChange({ member }));
  }
}
