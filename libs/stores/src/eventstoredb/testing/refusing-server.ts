import { once } from 'node:events';
import { createServer, type Http2Server, type ServerHttp2Stream } from 'node:http2';

/** Speaks gRPC and refuses every call: as EventStoreDB does without access, by default. */
export class RefusingServer {
  calls = 0;

  private constructor(
    private readonly server: Http2Server,
    readonly url: string,
  ) {}

  static async start(refusal: Record<string, string> = { 'grpc-status': '7', exception: 'access-denied' }) {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const refusing = new RefusingServer(server, `esdb://127.0.0.1:${address.port}?tls=false`);
    server.on('stream', (stream: ServerHttp2Stream, { ':path': path }) => {
      stream.on('error', () => undefined);
      stream.resume();
      const isHandshake = path?.endsWith('/GetSupportedMethods') === true;
      if (!isHandshake) refusing.calls += 1;
      stream.respond(
        {
          ':status': 200,
          'content-type': 'application/grpc',
          'grpc-message': 'refused by a spec',
          ...(isHandshake ? { 'grpc-status': '12' } : refusal),
        },
        { endStream: true },
      );
    });
    return refusing;
  }

  async end(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    await closed;
  }
}
