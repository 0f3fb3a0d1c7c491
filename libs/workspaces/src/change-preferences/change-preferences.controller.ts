import type { MemberPreferences } from '@linkage/contracts';
import { ChangePreferencesRequest } from '@linkage/contracts/requests';
import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangePreferences } from './change-preferences.command';

@ApiTags('workspaces')
@Controller('account/preferences')
export class ChangePreferencesController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Change how Linkage looks to the member',
    description: 'What is left out stays as it is. All browsers of the member follow at once.',
  })
  change(
    @Body() change: ChangePreferencesRequest,
    @CurrentMember() member: SignedInMember,
  ): Promise<MemberPreferences> {
    return this.commands.execute(new ChangePreferences(member, change));
  }
}
