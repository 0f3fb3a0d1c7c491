import { Public, TakesAnyBody } from '@linkage/http';
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OptOut } from './opt-out.command';
import { optOutPage, optOutPagePolicy, unknownPage } from './opt-out-page.service';
import { ShowOptOut } from './show-opt-out.query';

/** Mail programs add to a link what stands behind it. */
const tokenIn = (text: string): string => /^[0-9a-z]*/.exec(text.replace(/\s/g, '').toLowerCase())?.[0] ?? '';

/**
 * Where the footer of a mail and its `List-Unsubscribe` lead. To look changes nothing, so that a scanner that follows
 * every link changes nothing; a POST does: of the page's buttons, or of a mail program (RFC 8058).
 */
@ApiExcludeController()
@Public()
@Controller('no-more-mails')
export class OptOutController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get(':token')
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const shown = await this.queries.execute(new ShowOptOut(tokenIn(token)));
    page(reply.code(shown === null ? 404 : 200), shown === null ? unknownPage() : optOutPage(shown));
  }

  @Post(':token')
  @TakesAnyBody()
  async change(
    @Param('token') typed: string,
    @Body() form: Readonly<Record<string, string>> | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const token = tokenIn(typed);
    const byPage = form?.['mails'] === 'stop' || form?.['mails'] === 'again';
    const wish = form?.['mails'] === 'again' ? 'again' : 'stop';
    const isOurs = await this.commands.execute(new OptOut(token, wish, byPage ? 'page' : 'mail-program'));
    if (!isOurs) return page(reply.code(404), unknownPage());
    if (byPage) return void reply.code(303).header('location', `/no-more-mails/${token}`).send();
    reply.code(200).header('content-type', 'text/plain; charset=utf-8').send('No more e-mails are sent.\n');
  }
}

const page = (reply: FastifyReply, html: string): void =>
  void reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', optOutPagePolicy)
    .header('x-robots-tag', 'noindex')
    .send(html);
