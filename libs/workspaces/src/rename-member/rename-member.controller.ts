import type { Session } from '@linkage/contracts';
import { RenameMemberRequest } from '@linkage/contracts/requests';
import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { toSession } from '../session/session.mapper';
import { RenameMember } from './rename-member.command';

@ApiTags('workspaces')
@Controller('account/name')
export class RenameMemberController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Change the name of the member',
    description:
      'Shown at once to all members of the workspace. Mails that were sent keep the name that they were sent in.',
  })
  async rename(@Body() { name }: RenameMemberRequest, @CurrentMember() member: SignedInMember): Promise<Session> {
    return toSession(await this.commands.execute(new RenameMember(member, name)));
  }
}
