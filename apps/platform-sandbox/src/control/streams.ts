import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Bell } from '../bell';

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
};
const heartbeatMs = 20_000;

/**
 * Server-sent events: `read` once at the start, then each time a bell rings. Bells that ring together make one event.
 * @returns for each named bell what to send, as the event's data
 */
export function stream(
  request: FastifyRequest,
  reply: FastifyReply,
  sources: readonly { readonly event?: string; readonly bell: Bell; readonly read: () => unknown }[],
): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, headers);
  const ends = sources.map(({ event, bell, read }) => {
    let due = false;
    const send = (): void => {
      due = false;
      if (!raw.destroyed) raw.write(`${event ? `event: ${event}\n` : ''}data: ${JSON.stringify(read())}\n\n`);
    };
    send();
    return bell.on(() => {
      if (due) return;
      due = true;
      setImmediate(send);
    });
  });
  const beat = setInterval(() => raw.write(': still here\n\n'), heartbeatMs).unref();
  request.raw.once('close', () => {
    clearInterval(beat);
    for (const end of ends) end();
  });
}
