import { EmailChangeLinkRequest } from '@linkage/contracts/requests';
import { Public } from '@linkage/http';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { StopEmailChange } from './stop-email-change.command';

@ApiTags('workspaces')
@Public()
@Controller('email-change/stop')
export class StopEmailChangeController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Stop a change of e-mail',
    description:
      'Through the link of the mail to the former address, as long as the change is open. All sessions of the member end.',
  })
  stop(@Body() { link }: EmailChangeLinkRequest): Promise<void> {
    return this.commands.execute(new StopEmailChange({ link }));
  }
}
