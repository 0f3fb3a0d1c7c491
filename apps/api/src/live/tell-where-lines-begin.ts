import { LIVE_HEADER } from '@linkage/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LiveFeed } from './live-feed';

/**
 * A page reads its session, then its lists, and opens its line beside them: what happens meanwhile is told to it,
 * because the answer with the session says where the line stood. Call it before the routes are registered.
 */
export function tellWhereLinesBegin(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      if (route.url !== '/api/session') return;
      route.onSend = (_request, reply, payload, done) => {
        const id = reply.statusCode < 300 ? app.get(LiveFeed, { strict: false }).newestId : null;
        if (id !== null) reply.header(LIVE_HEADER, id);
        done(null, payload);
      };
    });
}
