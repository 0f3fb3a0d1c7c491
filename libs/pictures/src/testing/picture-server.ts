import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Stands for a platform's server of pictures. */
export class PictureServer {
  /** Paths that were asked for, in their order. */
  readonly asked: string[] = [];
  private readonly answers = new Map<string, Answer>();
  private readonly server = createServer((request, response) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    this.asked.push(path);
    const answer = this.answers.get(path);
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  url = '';

  static async start(): Promise<PictureServer> {
    const made = new PictureServer();
    made.server.listen(0, '127.0.0.1');
    await once(made.server, 'listening');
    made.url = `http://127.0.0.1:${(made.server.address() as AddressInfo).port}`;
    return made;
  }

  /** Gives the address. */
  put(path: string, answer: Answer | Uint8Array): string {
    this.answers.set(path, typeof answer === 'function' ? answer : (_request, response) => response.end(answer));
    return this.url + path;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
