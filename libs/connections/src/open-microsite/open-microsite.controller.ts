import type { Microsite } from '@linkage/contracts';
import { Public } from '@linkage/http';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { OpenMicrosite } from './open-microsite.query';

@ApiTags('microsite')
@Public()
@Controller('microsite')
export class OpenMicrositeController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':link')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'The page behind an invitation link',
    description:
      'Changes nothing. 404 for a tampered or unknown link; the link of a withdrawn invitation only shows what can be disconnected.',
  })
  open(@Param('link') link: string): Promise<Microsite> {
    return this.queries.execute(new OpenMicrosite(link));
  }
}
