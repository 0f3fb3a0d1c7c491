import { Public } from '@linkage/http';
import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { framedHtml, framePolicy } from './framed-html';
import { Mailbox } from './mailbox';
import { partsOf } from './message-parts';
import { listPage, messagePage, notFoundPage, pagePolicy, type MessageView } from './pages/mailbox-pages';
import { mailboxScript } from './pages/mailbox-script';
import { mailboxStyle } from './pages/mailbox-style';

const PAGE = 50;
const HTML = 'text/html; charset=utf-8';

/** A mail as tests read it; `to` and `from` are addresses. */
export interface MailboxMessage {
  id: string;
  to: string;
  from: string;
  subject: string;
  at: string;
  text: string;
  html: string | null;
  links: readonly string[];
}

/** The mailbox of the demo: every mail that Linkage sends. Mounted only while the embedded receiver is on. */
@ApiExcludeController()
@Public()
@Controller('mailbox')
export class MailboxController {
  constructor(private readonly mailbox: Mailbox) {}

  @Get()
  list(@Res() reply: FastifyReply, @Query('before') before?: string): void {
    const messages = this.mailbox.list({ limit: PAGE + 1, before });
    page(
      reply,
      listPage({
        messages: messages.slice(0, PAGE),
        older: messages.length > PAGE ? (messages[PAGE - 1]?.id ?? null) : null,
        newest: before === undefined ? (this.mailbox.newest() ?? '0') : null,
      }),
    );
  }

  @Get('style.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  style(): string {
    return mailboxStyle;
  }

  @Get('mailbox.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  script(): string {
    return mailboxScript;
  }

  /** For the page's own look-out for new mail. */
  @Get('api/newest')
  @Header('Cache-Control', 'no-store')
  newest(): { id: string } {
    return { id: this.mailbox.newest() ?? '0' };
  }

  /** For tests: the newest mails, whole, of one address or of all. */
  @Get('api/messages')
  @Header('Cache-Control', 'no-store')
  messages(@Query('to') to?: string): Promise<MailboxMessage[]> {
    const found = this.mailbox.list({ limit: PAGE, to: to === '' ? undefined : to });
    return Promise.all(
      found.map(async ({ id, from, subject, at, to: reader }) => ({
        id,
        to: reader.address,
        from: from.address,
        subject,
        at,
        ...(await partsOf(this.mailbox.get(id)?.raw ?? Buffer.alloc(0))),
      })),
    );
  }

  @Get(':id')
  async show(@Res() reply: FastifyReply, @Param('id') id: string, @Query('view') asked?: string): Promise<void> {
    const message = this.mailbox.get(id);
    if (!message) return page(reply.code(404), notFoundPage());
    const parts = await partsOf(message.raw);
    const wanted: MessageView = asked === 'text' || asked === 'source' ? asked : 'html';
    page(reply, messagePage(message, parts, wanted === 'html' && parts.html === null ? 'text' : wanted));
  }

  /** The HTML part alone, for the frame. */
  @Get(':id/html')
  async html(@Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const message = this.mailbox.get(id);
    if (!message) return page(reply.code(404), notFoundPage());
    const { html } = await partsOf(message.raw);
    reply
      .header('Content-Type', HTML)
      .header('Cache-Control', 'no-store')
      .header('Content-Security-Policy', framePolicy)
      .send(framedHtml(html ?? ''));
  }

  @Get(':id/source')
  source(@Res() reply: FastifyReply, @Param('id') id: string): void {
    const message = this.mailbox.get(id);
    if (!message) return page(reply.code(404), notFoundPage());
    reply.header('Content-Type', 'text/plain; charset=utf-8').header('Cache-Control', 'no-store').send(message.raw);
  }
}

const page = (reply: FastifyReply, html: string): void => {
  reply
    .header('Content-Type', HTML)
    .header('Cache-Control', 'no-store')
    .header('Content-Security-Policy', pagePolicy)
    .send(html);
};
