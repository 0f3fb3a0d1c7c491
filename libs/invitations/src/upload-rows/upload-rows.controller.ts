import { MOST_PARTS, MOST_ROWS_IN_PART } from '@linkage/contracts';
import { UploadRowsRequest } from '@linkage/contracts/requests';
import { CurrentMember, TakesBody, type SignedInMember } from '@linkage/http';
import { Body, Controller, HttpCode, Param, ParseIntPipe, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { expectImportId, expectPart } from '../invitation-import/import-address';
import { UploadedRows } from '../invitation-import/uploaded-rows.service';

@ApiTags('invitations')
@Controller('invitations/imports')
export class UploadRowsController {
  constructor(private readonly uploaded: UploadedRows) {}

  @Put(':id/parts/:part')
  @HttpCode(204)
  @TakesBody({ bytes: 2_000_000, values: MOST_ROWS_IN_PART * 4 + 10 })
  @ApiOperation({
    summary: 'Upload some rows of a file',
    description: `At most ${MOST_ROWS_IN_PART} rows in each of at most ${MOST_PARTS} parts. No creator is invited before the import is started; a part may be sent again.`,
  })
  async upload(
    @Param('id') id: string,
    @Param('part', ParseIntPipe) part: number,
    @Body() { rows }: UploadRowsRequest,
    @CurrentMember() { workspaceId }: SignedInMember,
  ): Promise<void> {
    await this.uploaded.put({ workspaceId, importId: expectImportId(id) }, expectPart(part), rows);
  }
}
