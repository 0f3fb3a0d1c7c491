import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, string>>;
  readonly authorization: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** As it came. */
  readonly body: string;
}

/** What to answer: a body for 200, or all of it. */
export interface LoopbackAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  /** Promise more bytes than are sent, then close the connection. */
  readonly cut?: boolean;
  /** Take the request and never answer. */
  readonly silent?: boolean;
}

/** A platform's host on the loopback address that answers as a test says and keeps what it was asked. */
export interface LoopbackHost {
  readonly url: string;
  readonly seen: SeenRequest[];
  close(): Promise<void>;
}

export async function loopbackHost(answer: (request: SeenRequest) => LoopbackAnswer): Promise<LoopbackHost> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    void readRequest(request).then((read) => {
      seen.push(read);
      send(response, answer(read));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, close };
}

async function readRequest(request: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '/', 'http://loopback');
  const body = Buffer.concat(chunks).toString();
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    form: Object.fromEntries(new URLSearchParams(body)),
    authorization: request.headers.authorization,
    headers: request.headers,
    body,
  };
}

function send(response: ServerResponse, { status = 200, headers = {}, json, text, cut, silent }: LoopbackAnswer): void {
  if (silent) return;
  const body = text ?? JSON.stringify(json);
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(cut ? { 'content-length': String(body.length + 100) } : {}),
    ...headers,
  });
  if (!cut) return void response.end(body);
  response.write(body, () => response.destroy());
}
