import { PassThrough } from 'node:stream';
import type { LiveEvent } from '@linkage/contracts';
import { CurrentMember, SignedInCheck, type SignedInMember } from '@linkage/http';
import { Controller, Get, Headers, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LiveFeed, type Listener } from './live-feed';

const HEARTBEAT_MS = 15_000;
/** A browser that does not read so much is gone or stuck; it comes back with `Last-Event-ID`. */
const MOST_WAITING_BYTES = 1_048_576;

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // Proxies must not gather what should be seen at once.
  'x-accel-buffering': 'no',
  // Once it ends nothing more comes over this line; a server that stops would wait for it.
  connection: 'close',
};

const idLine = (id: string | null): string => (id === null ? '' : `id: ${id}\n`);
const written = ({ event, data }: LiveEvent, id: string | null): string =>
  `${idLine(id)}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

@ApiTags('live')
@Controller('live')
export class LiveController {
  constructor(
    private readonly feed: LiveFeed,
    private readonly signedIn: SignedInCheck,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'What changes, as it changes',
    description: 'Server-sent events `changed`, `reset` and `clock`; a comment every 15 s.',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'Id of the last event heard: what was missed comes first, or `reset`.',
  })
  @ApiOkResponse({ description: 'The events', content: { 'text/event-stream': { schema: { type: 'string' } } } })
  async live(
    @CurrentMember() { workspaceId }: SignedInMember,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Headers('last-event-id') lastId?: string,
  ): Promise<void> {
    if (request.method === 'HEAD') return void reply.headers(headers).send();
    const heard = await this.feed.heard(lastId);
    const stream = new PassThrough();
    const write = (text: string): void => {
      if (stream.writableLength > MOST_WAITING_BYTES) stream.destroy();
      else if (stream.writable) stream.write(text);
    };
    const end = (): void => void stream.end();
    // At once, so that headers go out and proxies see life; the id says where to come back to although nothing has
    // happened yet.
    write(`retry: 2000\n${lastId ? '' : idLine(this.feed.newestId)}\n`);
    const listener: Listener = { workspaceId, hear: (event, id) => write(written(event, id)), end };
    const leave = this.feed.listen(listener, heard);
    const stopWatching = this.signedIn.whenEnded(request, end);
    const look = (): void => void this.signedIn.holds(request).then((holds) => (holds ? undefined : end()), end);
    // It may have ended since the guard let it in.
    look();
    const beat = setInterval(() => {
      write(`${idLine(this.feed.standing(listener))}: still here\n\n`);
      look();
    }, HEARTBEAT_MS);
    for (const side of [stream, reply.raw])
      side.once('close', () => {
        clearInterval(beat);
        stopWatching();
        leave();
      });
    reply.headers(headers).send(stream);
  }
}
