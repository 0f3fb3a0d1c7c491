import type { ImportList } from '@linkage/contracts';
import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ListImports } from './list-imports.query';

@ApiTags('invitations')
@Controller('invitations/imports')
export class ListImportsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'How far the newest imports of files are' })
  list(@CurrentMember() { workspaceId }: SignedInMember): Promise<ImportList> {
    return this.queries.execute(new ListImports(workspaceId));
  }
}
