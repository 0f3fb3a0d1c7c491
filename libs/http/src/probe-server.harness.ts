import { request as httpRequest } from 'node:http';
import { CLOCK, systemClock } from '@linkage/event-sourcing';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { configureHttp, httpAdapter, Installation, JsonLogger } from './index';

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

export interface Asked {
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string | Buffer;
}

/** A server with the routes of a spec, and all that every route of ours has. */
export interface ProbeServer {
  readonly app: NestFastifyApplication;
  readonly port: number;
  /** What was logged. */
  readonly lines: string[];
  send(method: string, path: string, asked?: Asked): Promise<Answer>;
  post(path: string, body: unknown, headers?: Asked['headers']): Promise<Answer>;
  close(): Promise<void>;
}

export async function probeServer(...controllers: Type[]): Promise<ProbeServer> {
  const module = await Test.createTestingModule({
    controllers,
    providers: [
      {
        provide: Installation,
        useValue: {
          publicUrl: 'http://linkage.test',
          mode: 'demo',
          registration: 'open',
          salesUrl: null,
          sendsMail: true,
        },
      },
      { provide: CLOCK, useValue: systemClock },
    ],
  }).compile();
  const lines: string[] = [];
  const app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), {
    logger: new JsonLogger('info', { write: (line) => lines.push(line) }),
  });
  configureHttp(app);
  await app.listen(0, '127.0.0.1');
  const port = Number(new URL(await app.getUrl()).port);
  const send: ProbeServer['send'] = (method, path, { headers = {}, body } = {}) =>
    sendTo(port, method, path, {
      headers: {
        host: 'linkage.test',
        ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
  return {
    app,
    port,
    lines,
    send,
    post: (path, body, headers = {}) =>
      send('POST', path, {
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    close: () => app.close(),
  };
}

const sendTo = (port: number, method: string, path: string, { headers, body }: Asked): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const isJson = /json/.test(String(response.headers['content-type']));
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            body: isJson ? JSON.parse(text) : {},
          });
        });
    });
    sent.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? undefined : reject(error)));
    sent.end(body);
  });

export const expectProblem = (answer: Answer, status: number, code: string): void => {
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ type: `urn:linkage:problem:${code}`, status, code });
  expect(answer.body['reference']).toMatch(/^[0-9a-f-]{36}$/);
  expect(String(answer.body['detail'])).toMatch(/^[A-Z].*\.$/);
};
