import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface FakeServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** A real SMTP server on loopback that behaves as told. */
export async function smtpServer(options: SMTPServerOptions): Promise<FakeServer> {
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    ...options,
  });
  server.on('error', () => undefined);
  return listening(server.listen(0, '127.0.0.1'), () => new Promise((resolve) => server.close(() => resolve())));
}

/** A server that takes the connection and then does what `onSocket` does: nothing, say. */
export async function rawServer(onSocket: (socket: Socket) => void): Promise<FakeServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    onSocket(socket);
  });
  return listening(server.listen(0, '127.0.0.1'), () => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(() => resolve()));
  });
}

async function listening(
  server: Server | ReturnType<SMTPServer['listen']>,
  stop: () => Promise<void>,
): Promise<FakeServer> {
  await once(server, 'listening');
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

/** What an `SMTPServer` handler calls back with to refuse. */
export const refuse = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });
