import type { SavedViewList } from '@linkage/contracts';
import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, Delete, Header, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DeleteView } from './delete-view.command';

@ApiTags('workspaces')
@Controller('account/views')
export class DeleteViewController {
  constructor(private readonly commands: CommandBus) {}

  @Delete(':id')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Delete a view of a list',
    description: 'Answers with the views that remain. One that is saved again under the same id is back.',
  })
  delete(@Param('id') id: string, @CurrentMember() member: SignedInMember): Promise<SavedViewList> {
    return this.commands.execute(new DeleteView(member, id));
  }
}
