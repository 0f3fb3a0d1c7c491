import { Public } from '@linkage/http';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

/**
 * Mails are styled inline, which pages of ours are not allowed to. So the preview is written into this empty document,
 * which allows styles and nothing else: it runs, loads and sends nothing.
 */
const framePolicy =
  "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

@ApiTags('invitations')
@Public()
@Controller('invitations')
export class MessageFrameController {
  @Get('message-frame')
  @ApiOperation({ summary: 'An empty document to show a preview in' })
  @ApiOkResponse({ description: 'The document', content: { 'text/html': { schema: { type: 'string' } } } })
  frame(@Res() reply: FastifyReply): void {
    reply
      .header('Content-Type', 'text/html; charset=utf-8')
      .header('Content-Security-Policy', framePolicy)
      .send('<!doctype html><html lang="en"><head><title>Preview</title></head><body></body></html>');
  }
}
