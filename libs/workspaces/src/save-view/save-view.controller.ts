import { MOST_VIEWS, type SavedViewList } from '@linkage/contracts';
import { SaveViewRequest } from '@linkage/contracts/requests';
import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Body, Controller, Header, Param, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { expectViewId } from './expect-view-id';
import { SaveView } from './save-view.command';

@ApiTags('workspaces')
@Controller('account/views')
export class SaveViewController {
  constructor(private readonly commands: CommandBus) {}

  @Put(':id')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Save a view of a list',
    description: `Under a UUID of the caller: saved again, the view gets the new name and shows what is given. Of one list a member has at most ${MOST_VIEWS}, each with a name of its own.`,
  })
  save(
    @Param('id') id: string,
    @Body() { list, name, query }: SaveViewRequest,
    @CurrentMember() member: SignedInMember,
  ): Promise<SavedViewList> {
    return this.commands.execute(new SaveView(member, { viewId: expectViewId(id), list, name, query }));
  }
}
