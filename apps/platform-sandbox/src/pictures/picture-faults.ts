import type { FastifyReply } from 'fastify';
import type { FaultKind } from '../fault-kinds';

/** Where a picture leads that is to be had nowhere: what clouds tell of their machines, if asked from within. */
const INSIDE = 'http://169.254.169.254/latest/meta-data/';

/** How a server of pictures fails. @returns undefined: it does not, by this fault */
export function failedPicture(kind: FaultKind, reply: FastifyReply, holdMs: number): FastifyReply | undefined {
  switch (kind) {
    case '500':
      return reply.code(500).type('text/plain').send('Internal Server Error');
    case '429':
    case '429-bare':
      return reply.code(429).type('text/plain').send('Too Many Requests');
    case 'html':
      return reply.code(502).type('text/html').send('<html><body>502 Bad Gateway</body></html>');
    case 'empty':
      return reply.type('image/png').send('');
    case 'refused':
    case 'quota':
      return reply.code(403).type('text/plain').send('URL signature expired');
    case 'elsewhere':
      return reply.redirect(INSIDE, 302);
    case 'timeout': {
      const timer = setTimeout(() => reply.raw.destroy(), holdMs).unref();
      reply.raw.on('close', () => clearTimeout(timer));
      return reply.hijack();
    }
    default:
      return undefined;
  }
}
