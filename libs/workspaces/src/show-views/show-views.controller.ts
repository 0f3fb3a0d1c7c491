import type { SavedViewList } from '@linkage/contracts';
import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, Get, Header } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ShowViews } from './show-views.query';

@ApiTags('workspaces')
@Controller('account/views')
export class ShowViewsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'The views of lists that the member has saved' })
  show(@CurrentMember() { memberId }: SignedInMember): Promise<SavedViewList> {
    return this.queries.execute(new ShowViews(memberId));
  }
}
