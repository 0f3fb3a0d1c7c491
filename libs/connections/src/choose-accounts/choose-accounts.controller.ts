import type { Accepted } from '@linkage/contracts';
import { ChooseAccountsRequest } from '@linkage/contracts/requests';
import { Public } from '@linkage/http';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChooseAccounts } from './choose-accounts.command';

@ApiTags('microsite')
@Public()
@Controller('microsite')
export class ChooseAccountsController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':link/attempts/:attemptId/choice')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Say which accounts are meant',
    description:
      'After a consent that gave access to several. Each becomes an account; the others are forgotten. Repeating it changes nothing.',
  })
  choose(
    @Param('link') link: string,
    @Param('attemptId') attemptId: string,
    @Body() { accounts = [] }: ChooseAccountsRequest,
  ): Promise<Accepted> {
    return this.commands.execute(new ChooseAccounts(link, attemptId, accounts));
  }
}
