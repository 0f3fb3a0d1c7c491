import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FaultKind, SpokenFault } from '../faults';
import type { Sandbox } from '../sandbox';
import type { PlatformId } from '@linkage/platform-guide';

declare module 'fastify' {
  interface FastifyRequest {
    /** Id of the person whose token was used; '' without one. */
    caller: string;
    /** What was done to the answer on purpose. */
    fault: FaultKind | null;
  }
}

export interface FaultAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Host {
  readonly platform: PlatformId;
  /** The path prefix that stands for a real host: `graph`, `oauth2` … */
  readonly name: string;
  /** How this host says that it fails. */
  readonly failing: (kind: SpokenFault, request: FastifyRequest) => FaultAnswer;
}

/** Puts a host that servers call under the control page: faults strike before it answers, and each call is listed. */
export function watch(app: FastifyInstance, sandbox: Sandbox, host: Host, holdMs: number): void {
  const list = (request: FastifyRequest, status: number | null): void => {
    const path = new URL(request.url, 'http://sandbox').pathname.slice(`/${host.platform}`.length);
    const note = [request.caller, request.fault && `fault: ${request.fault}`].filter(Boolean).join(' · ');
    sandbox.calls.add({
      at: new Date(sandbox.clock.now()).toISOString(),
      platform: host.platform,
      method: request.method,
      path,
      status,
      note: note || null,
    });
    sandbox.tally.add({
      platform: host.platform,
      person: request.caller,
      method: request.method,
      endpoint: endpointOf(path),
    });
  };

  app.addHook('onRequest', async (request, reply) => {
    request.fault = sandbox.faults.take(host.platform, host.name, request.url.split('?', 1)[0] ?? '') ?? null;
    if (request.fault === null || request.fault === 'cut') return undefined;
    if (request.fault === 'timeout') {
      list(request, null);
      return hold(reply, holdMs);
    }
    if (request.fault === 'html') return reply.code(502).type('text/html; charset=utf-8').send(badGateway);
    if (request.fault === 'empty') return reply.send({});
    const { status, headers, body } = host.failing(request.fault, request);
    return reply
      .code(status)
      .headers(headers ?? {})
      .send(body);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.fault !== 'cut' || typeof payload !== 'string') return payload;
    list(request, null);
    const whole = Buffer.from(payload);
    void reply.header('content-length', whole.length);
    return Readable.from(cutShort(whole));
  });
  app.addHook('onResponse', async (request, reply) => {
    if (request.fault !== 'timeout' && request.fault !== 'cut') list(request, reply.statusCode);
  });
}

const badGateway = '<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>';

/** A path with `:id` in the place of each number: what is published must not make endpoints of its own. */
const endpointOf = (path: string): string => path.replaceAll(/\/\d[^/]*(?=\/|$)/g, '/:id');

/** Leaves the caller waiting, then hangs up. */
function hold(reply: FastifyReply, ms: number): FastifyReply {
  const timer = setTimeout(() => reply.raw.destroy(), ms).unref();
  reply.raw.on('close', () => clearTimeout(timer));
  return reply.hijack();
}

async function* cutShort(whole: Buffer): AsyncGenerator<Buffer> {
  yield whole.subarray(0, Math.ceil(whole.length / 2));
  throw new Error('The line was cut, as the control page asked.');
}
