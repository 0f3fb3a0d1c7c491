import type { Accepted } from '@linkage/contracts';
import { Public } from '@linkage/http';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReportVisit } from './report-visit.command';

@ApiTags('microsite')
@Public()
@Controller('microsite')
export class ReportVisitController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':link/visits')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Say that the page is on the screen',
    description: 'By the script of the page, so that mail scanners do not say it. Told once in four hours.',
  })
  report(@Param('link') link: string): Promise<Accepted> {
    return this.commands.execute(new ReportVisit(link));
  }
}
