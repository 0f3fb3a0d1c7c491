import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a proxy makes of its client's headers. `client` is the client's address. */
export type Passing = (headers: IncomingHttpHeaders, client: string, backend: string) => IncomingHttpHeaders;

/**
 * What stands in `docs/running.md` for each, and what each does by itself; seen on the real ones with a server that
 * shows what it was sent.
 */
export const passing = {
  /** `proxy_pass` and nothing else: the name is that of the backend, and nothing is added. */
  nginxByItself: (headers, _client, backend) => ({ ...headers, host: backend, connection: 'close' }),
  /** What the client sent as X-Forwarded-For and X-Forwarded-Host is replaced; otherwise nginx passes it through. */
  nginx: (headers, client) => ({
    ...headers,
    'x-forwarded-for': client,
    'x-forwarded-host': headers.host,
    'x-forwarded-proto': 'https',
  }),
  /** `$host:$server_port` is in many recipes. */
  nginxWithPort: (headers, client) => ({
    ...headers,
    host: `${String(headers.host)}:443`,
    'x-forwarded-host': `${String(headers.host)}:443`,
    'x-forwarded-for': [headers['x-forwarded-for'], client].filter(Boolean).join(', '),
  }),
  /** Nothing of what a client says of itself goes through. */
  caddy: (headers, client) => ({
    ...headers,
    'x-forwarded-for': client,
    'x-forwarded-host': headers.host,
    'x-forwarded-proto': 'https',
  }),
  /** As Apache does by itself: the name goes into a header of its own. */
  apacheByItself: (headers, client, backend) => ({
    ...headers,
    host: backend,
    'x-forwarded-host': headers.host,
    'x-forwarded-for': client,
    'x-forwarded-server': 'proxy.internal',
  }),
} satisfies Record<string, Passing>;

/**
 * A proxy over real HTTP that passes everything on as it comes. Asks from `from`, so that it can stand for another
 * machine.
 */
export class ImitatedProxy {
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  /** @param backendPort of the server that it hides */
  static async start(backendPort: number, pass: Passing, from = '127.0.0.1'): Promise<ImitatedProxy> {
    const backend = `127.0.0.1:${backendPort}`;
    const server = createServer((asked, answer) => {
      // Specs stand for clients by this header, because all of them run on one machine.
      const { 'x-client-of-proxy': client = '203.0.113.1', ...headers } = asked.headers;
      const passed = request(
        {
          host: '127.0.0.1',
          port: backendPort,
          localAddress: from,
          method: asked.method,
          path: asked.url,
          headers: pass(headers, String(client), backend),
          agent: false,
        },
        (reply) => {
          answer.writeHead(reply.statusCode ?? 502, reply.headers);
          answer.flushHeaders();
          reply.pipe(answer);
        },
      );
      passed.on('error', () => answer.destroy());
      answer.on('close', () => passed.destroy());
      asked.pipe(passed);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new ImitatedProxy(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
