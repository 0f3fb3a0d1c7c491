import type { MessageTemplateAnswer } from '@linkage/contracts';
import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ShowMessageTemplate } from './show-message-template.query';

@ApiTags('invitations')
@Controller('invitations')
export class ShowMessageTemplateController {
  constructor(private readonly queries: QueryBus) {}

  @Get('message-template')
  @ApiOperation({ summary: 'What invites of this workspace say' })
  show(@CurrentMember() member: SignedInMember): Promise<MessageTemplateAnswer> {
    return this.queries.execute(new ShowMessageTemplate(member));
  }
}
