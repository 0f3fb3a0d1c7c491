import type { DeletionRequested } from '@linkage/contracts';
import { SignedRequestForm } from '@linkage/contracts/requests';
import { DomainError } from '@linkage/event-sourcing';
import { Public, TakesForm, TakesText } from '@linkage/http';
import { Body, Controller, Get, Header, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { deletionPage } from './deletion-page';
import { DeletionRequests } from './deletion-requests.service';
import { HearMessage } from './hear-message.command';
import { HearWithdrawal } from './hear-withdrawal.command';
import { RequestDeletion } from './request-deletion.command';

/** Where a platform's servers say what a person did there. Only what is signed with the app's secret is heard. */
@ApiTags('platforms')
@Public()
@Controller('oauth')
export class PlatformNoticesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly requests: DeletionRequests,
  ) {}

  @Post(':platform/deauthorize')
  @HttpCode(204)
  @TakesForm()
  @ApiOperation({
    summary: 'A person removed the app',
    description: 'Called by the platform, as a form. The access to all accounts of this log-in ends.',
  })
  async deauthorize(@Param('platform') platform: string, @Body() form: SignedRequestForm): Promise<void> {
    await this.commands.execute(new HearWithdrawal(platform, { ...form }));
  }

  @Post(':platform/delete-data')
  @HttpCode(200)
  @TakesForm()
  @ApiOperation({
    summary: 'A person wants what was read deleted',
    description: 'Called by the platform, as a form. Answers with where the person can look the request up.',
  })
  deleteData(@Param('platform') platform: string, @Body() form: SignedRequestForm): Promise<DeletionRequested> {
    return this.commands.execute(new RequestDeletion(platform, { ...form }));
  }

  @Post(':platform/messages')
  @HttpCode(200)
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @TakesText()
  @ApiOperation({
    summary: 'A message to the webhook of a platform',
    description:
      'Called by the platform once it was asked to. When a person took access back, it ends for all accounts of this log-in.',
  })
  @ApiBody({ schema: { type: 'object' }, description: 'As the platform has it, signed in its headers.' })
  message(
    @Param('platform') platform: string,
    @Headers() headers: Readonly<Record<string, string | undefined>>,
    @Body() body: string | undefined,
  ): Promise<string> {
    return this.commands.execute(new HearMessage(platform, { headers, body: body ?? '' }));
  }

  @Get(':platform/deletions/:code')
  @Header('Cache-Control', 'no-store')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @ApiOperation({ summary: 'What became of a request to delete', description: 'A page for the person who asked.' })
  async confirmation(@Param('platform') platform: string, @Param('code') code: string): Promise<string> {
    const request = /^[\w-]{20}$/.test(code) ? await this.requests.find(code) : undefined;
    if (request === undefined || request.platform !== platform)
      throw new DomainError('not-found', 'not-found', 'There is no such request.');
    return deletionPage(request, code);
  }
}
