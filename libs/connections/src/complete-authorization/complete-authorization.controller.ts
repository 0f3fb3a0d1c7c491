import { Public } from '@linkage/http';
import { Controller, Get, Header, Headers, Param, Query, Redirect } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CompleteAuthorization } from './complete-authorization.command';

/** A parameter that came twice is none. */
const single = (query: Readonly<Record<string, unknown>>): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(query).map(([name, given]) => [name, typeof given === 'string' ? given : undefined]),
  );

@ApiTags('microsite')
@Public()
@Controller('oauth')
export class CompleteAuthorizationController {
  constructor(private readonly commands: CommandBus) {}

  @Get(':platform/callback')
  @Header('Cache-Control', 'no-store')
  @Header('Referrer-Policy', 'no-referrer')
  @Redirect('/', 303)
  @ApiOperation({
    summary: 'Where platforms send the browser back to',
    description: 'Always 303 to a page that says what came of it.',
  })
  async complete(
    @Param('platform') platform: string,
    @Query() query: Record<string, unknown>,
    @Headers('cookie') cookies?: string,
  ): Promise<{ url: string; statusCode: number }> {
    const url = await this.commands.execute(new CompleteAuthorization(platform, single(query), cookies));
    return { url, statusCode: 303 };
  }
}
