import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  isAppFault,
  isStateFault,
  isStrangeFault,
  type AppFault,
  type FaultKind,
  type SpokenFault,
  type StateFault,
} from '../fault-kinds';
import type { Sandbox } from '../sandbox';
import type { PlatformId } from '@linkage/platform-guide';
import { callerOf } from './caller-of';
import { queryOf } from './parameters';
import { StrangeAnswers } from './strange-answers';

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
  /** What it says of an account, an access or figures; what is left out, it says by refusing the token. */
  readonly states?: Partial<Readonly<Record<StateFault, () => FaultAnswer>>>;
  /** How it says that it refuses the app as a whole; undefined: such calls are free. */
  readonly failingApp?: (kind: AppFault, request: FastifyRequest) => FaultAnswer | undefined;
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

  const strange = new StrangeAnswers();
  app.addHook('preHandler', async (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const call = { host: host.name, path, person: callerOf(sandbox, request) };
    request.fault = sandbox.faults.take(host.platform, call) ?? null;
    if (request.fault === null) return undefined;
    request.caller = call.person ?? '';
    if (request.fault === 'timeout') {
      list(request, null);
      return hold(reply, holdMs);
    }
    if (request.fault === 'html') return reply.code(502).type('text/html; charset=utf-8').send(badGateway);
    const answer = faultAnswer(host, request.fault, request);
    if (answer === undefined) return undefined;
    const { status, headers, body } = answer;
    return reply
      .code(status)
      .headers(headers ?? {})
      .send(body);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const { fault } = request;
    if (typeof payload !== 'string' || fault === null) return payload;
    if (fault === 'cut' || fault === 'drip') {
      list(request, null);
      const whole = Buffer.from(payload);
      void reply.header('content-length', whole.length);
      return Readable.from(fault === 'cut' ? cutShort(whole) : dripping(whole, holdMs));
    }
    if (!isStrangeFault(fault) || reply.statusCode >= 300) return payload;
    return strange.text(fault, payload, `${request.caller} ${request.url.split('?', 1)[0]}`, isLaterPage(request));
  });
  app.addHook('onResponse', async (request, reply) => {
    if (!['timeout', 'cut', 'drip'].includes(request.fault ?? '')) list(request, reply.statusCode);
  });
}

/** Tokens are given and renewed there. */
const isOfTokens = (path: string): boolean => /token\/?$/.test(path);

/** What is said in the place of the right answer; undefined: the right one goes out, perhaps damaged on its way. */
function faultAnswer(host: Host, kind: FaultKind, request: FastifyRequest): FaultAnswer | undefined {
  if (kind === 'empty') return { status: 200, body: {} };
  if (isAppFault(kind)) return host.failingApp?.(kind, request);
  if (kind === '429-bare') return withoutHint(host.failing('429', request));
  if (kind === '500' || kind === '429' || kind === 'refused' || kind === 'quota') return host.failing(kind, request);
  if (!isStateFault(kind)) return undefined;
  // A used-up refresh token shows where tokens are renewed, all else everywhere but there.
  if ((kind === 'refresh-spent') !== isOfTokens(request.url.split('?', 1)[0] ?? '')) return undefined;
  return host.states?.[kind]?.() ?? host.failing('refused', request);
}

/** Without a word of when to come again. */
const withoutHint = ({ status, body }: FaultAnswer): FaultAnswer => ({ status, body });

/** Asks for what follows a page, in the query or in the body. */
function isLaterPage(request: FastifyRequest): boolean {
  const { after, pageToken, pagination_token, cursor } = { ...queryOf(request), ...(request.body ?? {}) } as Record<
    string,
    unknown
  >;
  return [after, pageToken, pagination_token, cursor].some((token) => token !== undefined && token !== 0);
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

/** So slowly that no caller waits for the end: a byte, and long nothing. */
async function* dripping(whole: Buffer, holdMs: number): AsyncGenerator<Buffer> {
  const pause = holdMs / 20;
  for (let sent = 0; sent < 20; sent += 1) {
    yield whole.subarray(sent, sent + 1);
    await wait(pause, undefined, { ref: false });
  }
  throw new Error('The line was cut, as the control page asked.');
}
